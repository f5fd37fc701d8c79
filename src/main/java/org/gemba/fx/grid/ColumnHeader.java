package org.gemba.fx.grid;

import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;
import org.jspecify.annotations.Nullable;

/// The title of a column, and the field under it that filters.
final class ColumnHeader<T> {
    private final GridColumn<T> column;
    private final Language language;
    private final Label title = new Label();
    private final TextField filter = new TextField();
    private final VBox box = new VBox(title);
    private boolean setting;

    ColumnHeader(Grid<T> grid, Language language, GridColumn<T> column) {
        this.column = column;
        this.language = language;
        title.textProperty().bind(language.text(column.titleKey()));
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add(column.kind() == Kind.NUMBER ? "column-title-number" : "column-title");
        filter.setId("filter-" + column.id());
        filter.getStyleClass().add("column-filter");
        filter.promptTextProperty().bind(language.text("fx.grid.filter." + hint(column.kind())));
        filter.accessibleTextProperty().bind(language.text("fx.grid.filter.of", title.textProperty()));
        filter.setTooltip(tip());
        filter.textProperty().addListener((property, old, now) -> {
            if (!setting) grid.change(query -> query.filtered(column.id(), now));
        });
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) filter.clear();
            else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ESCAPE) grid.focus();
        });
    }

    void attach(TableColumn<?, ?> target) {
        target.setGraphic(box);
        box.prefWidthProperty().bind(target.widthProperty().subtract(24));
        box.minWidthProperty().set(0);
    }

    void showFilter(boolean shown) {
        if (shown) box.getChildren().setAll(title, filter);
        else box.getChildren().setAll(title);
    }

    void focus() {
        filter.requestFocus();
    }

    void showText(@Nullable String text) {
        setting = true;
        filter.setText(text == null ? "" : text);
        setting = false;
    }

    void showMisread(boolean misread) {
        filter.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("error"), misread);
    }

    String words() {
        return language.now(column.titleKey());
    }

    private Tooltip tip() {
        var tip = new Tooltip();
        tip.textProperty().bind(language.text("fx.grid.filter.help"));
        return tip;
    }

    private static String hint(Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case NUMBER, SHARE -> "number";
            case DAY, INSTANT -> "day";
            case STATUS -> "status";
        };
    }
}
