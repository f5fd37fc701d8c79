package org.gemba.fx.wizard;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Language;

/// Steps one after the other: a strip that says where one is, the step, the buttons back and on. Alt+Left goes back,
/// Ctrl+Enter goes on; Escape leaves.
public final class Wizard extends BorderPane {
    private static final PseudoClass IN_FRONT = PseudoClass.getPseudoClass("in-front");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private final Language language;
    private final List<WizardStep> steps;
    private final Runnable leave;
    private final HBox strip = new HBox();
    private final StackPane page = new StackPane();
    private final Button back = new Button();
    private final Button next = new Button();
    private final Button cancel = new Button();
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(-1);

    /// @param leave runs when it is finished or given up
    public Wizard(Language language, List<? extends WizardStep> steps, Runnable leave) {
        this.language = language;
        this.steps = List.copyOf(steps);
        this.leave = leave;
        getStyleClass().add("wizard");
        strip.getStyleClass().add("wizard-strip");
        page.getStyleClass().add("wizard-page");
        for (int i = 0; i < steps.size(); i++) strip.getChildren().add(mark(i));
        back.setId("wizard-back");
        back.textProperty().bind(language.text("fx.wizard.back"));
        back.setOnAction(event -> go(place.get() - 1));
        next.setId("wizard-next");
        next.getStyleClass().add("accent");
        next.setOnAction(event -> advance());
        cancel.setId("wizard-cancel");
        cancel.textProperty().bind(language.text("fx.wizard.leave"));
        cancel.setOnAction(event -> leave.run());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(cancel, gap, back, next);
        foot.getStyleClass().add("wizard-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        setTop(strip);
        setCenter(page);
        setBottom(foot);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        go(0);
    }

    /// The step in front, from 0.
    public ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    /// Begins anew.
    public void restart() {
        go(0);
    }

    private Label mark(int at) {
        var mark = new Label();
        mark.textProperty().bind(language.text(steps.get(at).titleKey()).map(words -> (at + 1) + "  " + words));
        mark.getStyleClass().add("wizard-mark");
        return mark;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown() && !next.isDisabled()) advance();
        else if (event.getCode() == KeyCode.LEFT && event.isAltDown() && !back.isDisabled()) go(place.get() - 1);
        else if (event.getCode() == KeyCode.ESCAPE) leave.run();
        else return;
        event.consume();
    }

    private void advance() {
        int from = place.get();
        steps.get(from).onNext(() -> {
            if (place.get() != from) return;
            if (from + 1 == steps.size()) leave.run();
            else go(from + 1);
        });
    }

    private void go(int at) {
        var step = steps.get(at);
        place.set(at);
        page.getChildren().setAll(step.node());
        for (int i = 0; i < steps.size(); i++) {
            strip.getChildren().get(i).pseudoClassStateChanged(IN_FRONT, i == at);
            strip.getChildren().get(i).pseudoClassStateChanged(DONE, i < at);
        }
        back.setDisable(at == 0 || !step.canGoBack());
        cancel.setVisible(step.canGoBack());
        next.textProperty().bind(language.text(step.nextKey()));
        next.disableProperty().bind(Bindings.not(step.ready()));
        step.onEnter();
    }
}
