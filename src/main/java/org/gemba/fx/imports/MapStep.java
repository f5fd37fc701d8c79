package org.gemba.fx.imports;

import java.util.ArrayList;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.WizardStep;

/// Which column goes into which field, with a sample of each column beside it.
final class MapStep implements WizardStep {
    private final Desk desk;
    private final ImportSpec spec;
    private final ImportViewModel model;
    private final GridPane lines = new GridPane();
    private final ScrollPane page = new ScrollPane(lines);

    MapStep(Desk desk, ImportSpec spec, ImportViewModel model) {
        this.desk = desk;
        this.spec = spec;
        this.model = model;
        lines.getStyleClass().add("form-columns");
        var sample = new ColumnConstraints();
        sample.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), sample);
        page.setFitToWidth(true);
        page.getStyleClass().add("plain-scroll");
    }

    @Override
    public void onEnter() {
        lines.getChildren().clear();
        var table = model.tableProperty().get();
        if (table == null) return;
        int row = 0;
        for (var field : spec.fields()) lines.addRow(row++, line(field, table));
    }

    private Node[] line(ImportSpec.Field field, SourceTable table) {
        var name = new Label();
        name.textProperty()
                .bind(desk.language().text(field.titleKey()).map(words -> words + (field.required() ? " *" : "")));
        var columns = new ArrayList<String>();
        columns.add(desk.language().now("fx.import.map.none"));
        columns.addAll(table.titles());
        var choice = new ComboBox<String>();
        choice.setId("map-" + field.name());
        choice.getItems().setAll(columns);
        choice.setPrefWidth(280);
        choice.accessibleTextProperty().bind(name.textProperty());
        name.setLabelFor(choice);
        var sample = new Label();
        sample.getStyleClass().add("quiet");
        int now = model.mapping().getOrDefault(field.name(), -1);
        choice.getSelectionModel().select(now + 1);
        sample.setText(now < 0 ? "" : table.sample(now));
        choice.getSelectionModel().selectedIndexProperty().addListener((property, old, chosen) -> {
            int column = chosen.intValue() - 1;
            model.map(field.name(), column);
            sample.setText(column < 0 ? "" : table.sample(column));
        });
        return new Node[] {name, choice, sample};
    }

    @Override
    public String titleKey() {
        return "fx.import.map";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return model.mappedProperty();
    }

    @Override
    public void onNext(Runnable proceed) {
        model.prepare(proceed);
    }
}
