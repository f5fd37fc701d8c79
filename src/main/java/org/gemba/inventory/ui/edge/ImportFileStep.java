package org.gemba.inventory.ui.edge;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.WizardStep;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Choose a file or drop it.
final class ImportFileStep implements WizardStep {
    private final ImportViewModel model;
    private final VBox page = new VBox();

    ImportFileStep(Desk desk, ImportViewModel model) {
        this.model = model;
        var words = new Label();
        words.textProperty().bind(desk.language().text("inventory.import.choose.words"));
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        var choose = new Button();
        choose.setId("import-choose");
        choose.textProperty().bind(desk.language().text("inventory.import.choose"));
        choose.setOnAction(event -> desk.files()
                .toOpen(page.getScene().getWindow(), "csv", "xls", "xlsx", "txt")
                .ifPresent(model::choose));
        var name = new Label();
        name.setId("import-name");
        name.textProperty().bind(model.fileNameProperty());
        page.getChildren().addAll(new FontIcon(MaterialDesignF.FILE_UPLOAD_OUTLINE), words, choose, name);
        page.getStyleClass().add("drop-page");
        page.setAlignment(Pos.CENTER);
        page.setOnDragOver(this::over);
        page.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        if (!files.isEmpty()) model.choose(files.getFirst().toPath());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    @Override
    public String titleKey() {
        return "inventory.import.step.file";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return Bindings.and(model.fileProperty().isNotNull(), Bindings.not(model.busyProperty()));
    }
}
