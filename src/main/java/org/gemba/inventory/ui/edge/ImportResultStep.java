package org.gemba.inventory.ui.edge;

import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.wizard.WizardStep;
import org.gemba.inventory.ImportRun;
import org.jspecify.annotations.Nullable;

/// What came of it, row by row, and the way back.
final class ImportResultStep implements WizardStep {
    private static final double GAP = 8;

    private final Desk desk;
    private final Label words = new Label();
    private final ListView<String> lines = new ListView<>();
    private final VBox page;

    ImportResultStep(Desk desk, ImportViewModel model) {
        this.desk = desk;
        words.setId("import-outcome");
        words.setWrapText(true);
        words.getStyleClass().add("section-title");
        var undo = new Button();
        undo.setId("import-undo");
        undo.textProperty().bind(desk.language().text("inventory.import.undo"));
        undo.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> {
                            var run = model.outcomeProperty().get();
                            return run == null || run.state() != ImportRun.State.DONE || run.orderId() == null;
                        },
                        model.outcomeProperty()));
        undo.setOnAction(event -> {
            var run = model.outcomeProperty().get();
            if (run != null) model.undo(run);
        });
        VBox.setVgrow(lines, Priority.ALWAYS);
        page = new VBox(GAP, words, undo, lines);
        model.outcomeProperty().addListener((property, old, now) -> show(now));
        desk.language()
                .localeProperty()
                .addListener(
                        (property, old, now) -> show(model.outcomeProperty().get()));
    }

    private void show(@Nullable ImportRun run) {
        if (run == null) return;
        var outcome = run.outcome();
        words.setText(sentence(run));
        var all = new ArrayList<String>();
        if (outcome != null) {
            all.addAll(outcome.failures());
            all.addAll(outcome.successes());
        }
        lines.getItems().setAll(all);
    }

    private String sentence(ImportRun run) {
        var language = desk.language();
        var outcome = run.outcome();
        if (outcome == null) return language.now("inventory.import.waiting");
        return switch (run.state()) {
            case UNDONE -> language.now("inventory.import.undone", run.fileName());
            case FAILED -> language.now("inventory.import.result.failed");
            case WAITING -> language.now("inventory.import.waiting");
            case DONE ->
                outcome.changedNothing() && outcome.repeated() > 0
                        ? language.now("inventory.import.result.repeated", outcome.repeated())
                        : language.now(
                                "inventory.import.result",
                                outcome.added(),
                                outcome.updated(),
                                outcome.repeated(),
                                outcome.failures().size());
        };
    }

    @Override
    public String titleKey() {
        return "inventory.import.step.result";
    }

    @Override
    public String nextKey() {
        return "inventory.import.again";
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
