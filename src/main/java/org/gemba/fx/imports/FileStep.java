package org.gemba.fx.imports;

import java.io.File;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.WizardStep;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Which file. It can be dropped here too.
final class FileStep implements WizardStep {
    private final ImportViewModel model;
    private final VBox page = new VBox();
    private final Button choose = new Button();

    FileStep(Desk desk, ImportSpec spec, ImportViewModel model) {
        this.model = model;
        var language = desk.language();
        var words = new Label();
        words.textProperty().bind(language.text("fx.import.file.hint"));
        words.setWrapText(true);
        var fields = new Label();
        fields.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> language.now(
                                "fx.import.file.fields",
                                spec.fields().stream()
                                        .map(field -> language.now(field.titleKey()) + (field.required() ? " *" : ""))
                                        .collect(Collectors.joining(" · "))),
                        language.localeProperty()));
        fields.setWrapText(true);
        fields.getStyleClass().add("quiet");
        choose.setId("import-choose");
        choose.textProperty().bind(language.text("fx.import.file.choose"));
        choose.getStyleClass().add("accent");
        choose.setOnAction(event ->
                desk.files().toOpen(page.getScene().getWindow(), "csv", "xlsx").ifPresent(model::choose));
        var chosen = new Label();
        chosen.setId("import-chosen");
        chosen.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var table = model.tableProperty().get();
                            return table == null
                                    ? ""
                                    : language.now(
                                            "fx.import.file.read",
                                            table.fileName(),
                                            table.rows().size(),
                                            table.titles().size());
                        },
                        model.tableProperty(),
                        language.localeProperty()));
        var problem = new Label();
        problem.setId("import-problem");
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        page.getChildren()
                .addAll(new FontIcon(MaterialDesignF.FILE_TABLE_OUTLINE), words, choose, chosen, problem, fields);
        page.getStyleClass().add("drop-page");
        page.setAlignment(Pos.CENTER);
        acceptDrops();
    }

    private void acceptDrops() {
        page.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        });
        page.setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream()
                    .map(File::toPath)
                    .findFirst()
                    .ifPresent(model::choose);
            event.setDropCompleted(true);
            event.consume();
        });
    }

    @Override
    public String titleKey() {
        return "fx.import.file";
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ObservableBooleanValue ready() {
        return model.tableProperty().isNotNull();
    }

    @Override
    public void onEnter() {
        choose.requestFocus();
    }
}
