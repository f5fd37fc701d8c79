package org.gemba.assistant.ui;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gemba.assistant.ChatEvent.SqlResult;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.GridExport;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// What a query brought, with copy and export. Its columns come from the query, so it is no {@link
/// org.gemba.fx.grid.Grid}.
final class ResultTable {
    private static final int MOST_VISIBLE = 8;
    private static final double ROW_EMS = 2.4;

    private final Desk desk;
    private final SqlResult result;
    private final TableView<List<@Nullable Object>> table = new TableView<>();

    ResultTable(Desk desk, SqlResult result) {
        this.desk = desk;
        this.result = result;
        for (int i = 0; i < result.columns().size(); i++) table.getColumns().add(column(i));
        table.getItems().setAll(result.rows());
        table.getStyleClass().addAll("dense", "assistant-result");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        double ems = (Math.min(MOST_VISIBLE, result.rows().size()) + 1.5) * ROW_EMS;
        table.setStyle("-fx-pref-height: " + ems + "em; -fx-min-height: " + Math.min(ems, 8) + "em;");
        var copyKeys = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!copyKeys.match(event)) return;
            copy();
            event.consume();
        });
    }

    Node node() {
        var controls = new ActionControls(desk);
        var count = new Label();
        count.textProperty()
                .bind(desk.language().text("assistant.panel.rows", result.rows().size(), result.totalRows()));
        count.getStyleClass().add("quiet");
        var row = new HBox(
                controls.iconButton(
                        Action.of("assistant.copy", "assistant.panel.copy", MaterialDesignC.CONTENT_COPY, this::copy)),
                controls.iconButton(Action.of(
                        "assistant.export",
                        "assistant.panel.export",
                        MaterialDesignF.FILE_EXPORT_OUTLINE,
                        this::export)),
                count);
        row.getStyleClass().add("toolbar-row");
        return new VBox(table, row);
    }

    private TableColumn<List<@Nullable Object>, @Nullable Object> column(int index) {
        var column = new TableColumn<List<@Nullable Object>, @Nullable Object>(
                result.columns().get(index));
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().get(index)));
        column.setCellFactory(all -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Object item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : words(item));
                setStyle(item instanceof Number ? "-fx-alignment: center-right;" : "");
            }
        });
        column.setComparator(ResultTable::compare);
        return column;
    }

    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString()));
        }
        return Objects.toString(one, "").compareTo(Objects.toString(other, ""));
    }

    private static String words(@Nullable Object value) {
        return value instanceof BigDecimal number
                ? (number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                : Objects.toString(value, "");
    }

    /// The selected rows, or all when none is, as Excel takes them.
    private void copy() {
        var chosen = table.getSelectionModel().getSelectedItems();
        var rows = chosen.size() < 2 ? result.rows() : List.copyOf(chosen);
        var text = new StringBuilder(String.join("\t", result.columns())).append('\n');
        rows.forEach(row -> text.append(row.stream()
                        .map(ResultTable::words)
                        .map(cell -> cell.replaceAll("[\\t\\n\\r]", " "))
                        .collect(Collectors.joining("\t")))
                .append('\n'));
        var content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void export() {
        var name = desk.language().now("assistant.panel.file");
        var file = desk.files().toSave(table.getScene().getWindow(), name + ".xlsx");
        if (file.isEmpty()) return;
        var sheet = new GridExport.Table(name, result.columns(), new ArrayList<>(result.rows()));
        desk.background()
                .jobs()
                .run(progress -> {
                    desk.export().write(GridExport.Form.XLSX, sheet, file.get());
                    return file.get();
                })
                .start();
    }
}
