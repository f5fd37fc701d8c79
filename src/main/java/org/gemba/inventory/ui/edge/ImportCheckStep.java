package org.gemba.inventory.ui.edge;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.fx.wizard.WizardStep;
import org.gemba.inventory.CsvImport;
import org.gemba.inventory.OrderFile;
import org.gemba.inventory.ui.edge.ImportViewModel.PreviewRow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// Whose file it is, which column means what, every row with what is wrong about it.
final class ImportCheckStep implements WizardStep {
    private static final double GAP = 8;

    private final Desk desk;
    private final ImportViewModel model;
    private final Label words = new Label();
    private final ComboBox<String> supplier = new ComboBox<>();
    private final FlowPane columns = new FlowPane(GAP, GAP);
    private final Grid<PreviewRow> grid;
    private final VBox page;
    private boolean showing;

    ImportCheckStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.model = model;
        this.grid = new Grid<>(
                desk, GridSpec.of("inventory.importRows", columnsOfRows()).whenEmpty("inventory.import.no_rows", null));
        for (var type : CsvImport.types()) supplier.getItems().add(type.type());
        supplier.setId("import-supplier");
        supplier.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String type) {
                return type == null
                        ? ""
                        : CsvImport.type(type).map(CsvImport.FileType::name).orElse(type);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        supplier.valueProperty().addListener((property, old, now) -> {
            if (!showing && now != null) model.supplier(now);
        });
        var number = new TextField();
        number.setId("import-order");
        number.textProperty().bindBidirectional(model.orderNumberProperty());
        words.setId("import-words");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        var top = new HBox(
                GAP,
                label("inventory.supplier", supplier),
                supplier,
                label("inventory.import.order", number),
                number,
                words);
        top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(110);
        var mapping = new TitledPane("", scroll);
        mapping.textProperty().bind(desk.language().text("inventory.import.columns"));
        mapping.setExpanded(false);
        mapping.setAnimated(false);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page = new VBox(GAP, top, mapping, grid.node());
        model.fileProperty().addListener((property, old, now) -> show(now));
        desk.language()
                .localeProperty()
                .addListener((property, old, now) -> show(model.fileProperty().get()));
    }

    private Label label(String key, Node of) {
        var label = new Label();
        label.textProperty().bind(desk.language().text(key));
        label.setLabelFor(of);
        label.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return label;
    }

    private void show(@Nullable OrderFile file) {
        if (file == null) return;
        showing = true;
        supplier.setValue(file.type());
        showing = false;
        words.setText(
                file.problems().isEmpty()
                        ? desk.language()
                                .now(
                                        "inventory.import.found",
                                        file.lines().size(),
                                        file.errors().size())
                        : String.join("; ", file.problems()));
        grid.rows(model.rows());
        columns.getChildren()
                .setAll(file.headers().stream()
                        .map(header -> column(file, header))
                        .toList());
    }

    private Node column(OrderFile file, String header) {
        var meaning = new ComboBox<String>();
        meaning.getItems().add("");
        meaning.getItems().addAll(CsvImport.meanings());
        meaning.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String name) {
                var key = name == null || name.isEmpty() ? "unused" : name;
                return desk.language().now("inventory.import.column." + key);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        meaning.setValue(file.columns().getOrDefault(header, ""));
        meaning.valueProperty().addListener((property, old, now) -> model.map(header, now == null ? "" : now));
        var name = new Label(header);
        name.setLabelFor(meaning);
        name.getStyleClass().add("quiet");
        return new VBox(name, meaning);
    }

    private List<GridColumn<PreviewRow>> columnsOfRows() {
        var all = new ArrayList<GridColumn<PreviewRow>>();
        all.add(GridColumn.<PreviewRow>number("row", "inventory.import.row", PreviewRow::row)
                .width(4));
        all.add(GridColumn.<PreviewRow>status("state", "inventory.import.state", ImportCheckStep::state)
                .width(10));
        all.add(GridColumn.<PreviewRow>text("part", "inventory.import.part", PreviewRow::part)
                .width(14));
        all.add(GridColumn.<PreviewRow>text("number", "inventory.import.supplier_number", PreviewRow::supplierNumber)
                .width(12));
        all.add(GridColumn.number("quantity", "inventory.import.quantity", PreviewRow::quantity));
        all.add(GridColumn.number("price", "inventory.import.price", PreviewRow::price));
        all.add(GridColumn.<PreviewRow>text("currency", "inventory.import.currency", PreviewRow::currency)
                .width(6));
        all.add(GridColumn.<PreviewRow>text("note", "inventory.import.note", ImportCheckStep::note)
                .width(30));
        all.add(GridColumn.<PreviewRow>text("description", "inventory.import.description", PreviewRow::description)
                .width(18));
        all.add(GridColumn.text("category", "inventory.import.category", PreviewRow::category));
        return all;
    }

    private static String note(PreviewRow row) {
        return row.fault() == null ? row.warning() : row.fault();
    }

    private static Status state(PreviewRow row) {
        if (row.fault() != null) {
            return new Status("refused", "inventory.import.refused", Tone.FAILED, MaterialDesignA.ALERT_OUTLINE, 0);
        }
        return row.warning().isEmpty()
                ? new Status("good", "inventory.import.good", Tone.DONE, MaterialDesignC.CHECK, 2)
                : new Status("odd", "inventory.import.odd", Tone.SHORT, MaterialDesignA.ALERT_CIRCLE_OUTLINE, 1);
    }

    @Override
    public String titleKey() {
        return "inventory.import.step.check";
    }

    @Override
    public String nextKey() {
        return "inventory.import.start";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return Bindings.createBooleanBinding(
                () -> {
                    var file = model.fileProperty().get();
                    return file != null
                            && file.isSupported()
                            && !file.lines().isEmpty()
                            && !model.busyProperty().get();
                },
                model.fileProperty(),
                model.busyProperty());
    }

    @Override
    public void onNext(Runnable proceed) {
        model.start(proceed);
    }
}
