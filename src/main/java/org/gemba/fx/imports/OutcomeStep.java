package org.gemba.fx.imports;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.WizardStep;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// What came of it, and the rows that were left behind as a file to mend.
final class OutcomeStep implements WizardStep {
    private final Desk desk;
    private final ImportViewModel model;
    private final Label words = new Label();
    private final Button left = new Button();
    private final VBox page = new VBox();

    OutcomeStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        this.model = model;
        words.setId("import-outcome");
        words.setWrapText(true);
        left.setId("import-left");
        left.textProperty().bind(desk.language().text("fx.import.left"));
        left.managedProperty().bind(left.visibleProperty());
        left.setOnAction(event ->
                desk.files().toSave(page.getScene().getWindow(), "errors.csv").ifPresent(model::saveLeftBehind));
        page.getChildren().addAll(new FontIcon(MaterialDesignC.CHECK_CIRCLE_OUTLINE), words, left);
        page.getStyleClass().add("drop-page");
        page.setAlignment(Pos.CENTER);
        desk.language().localeProperty().addListener((property, old, now) -> tell());
    }

    private void tell() {
        var outcome = model.outcomeProperty().get();
        if (outcome == null) return;
        int behind = model.wrongRows() + model.skippedRows();
        words.setText(desk.language().now("fx.import.outcome", outcome.created(), outcome.updated(), behind));
        left.setVisible(model.leftAnyBehind());
    }

    @Override
    public void onEnter() {
        tell();
    }

    @Override
    public String titleKey() {
        return "fx.import.done";
    }

    @Override
    public String nextKey() {
        return "fx.close";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return new SimpleBooleanProperty(true);
    }

    @Override
    public boolean canGoBack() {
        return false;
    }
}
