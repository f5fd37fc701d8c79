package org.gemba.fx.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.dialog.Dialogs;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormTest {
    private final Desk desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
    private final AtomicInteger done = new AtomicInteger();
    private Form form;
    private TextField days;
    private TextField name;

    @BeforeEach
    void show() {
        var root = Fx.get(() -> {
            form = new Form(desk.language());
            days = form.text("days", "fx.grid.count", FieldCheck.required().and(FieldCheck.wholeNumber(1, 365)));
            name = form.text("name", "fx.grid.find", FieldCheck.required());
            return new StackPane(form.node());
        });
        Fx.show(root, 500, 400, desk.theme());
    }

    @Test
    void aFieldIsCheckedWhenItIsLeftAndTheMessageStandsUnderIt() {
        Fx.run(days::requestFocus);
        Fx.type("400");
        assertThat(message("days")).isEmpty();
        Fx.key(KeyCode.TAB);
        assertThat(message("days")).isEqualTo("This must be at most 365.");
        assertThat(message("name")).isEmpty();
    }

    @Test
    void submittingChecksAllAndGoesToTheFirstWrongOne() {
        Fx.run(() -> {
            days.setText("7");
            assertThat(form.isGood()).isFalse();
        });
        assertThat(message("days")).isEmpty();
        assertThat(message("name")).isEqualTo("Please fill this in.");
        assertThat(Fx.focusOwner()).isSameAs(name);
    }

    @Test
    void whatTheServiceRefusesStandsUnderItsField() {
        Fx.run(() -> form.show(new AppError.InvalidInput(List.of(
                FieldError.body("days", 9, new Rule.OneOf(List.of("1", "2"))),
                FieldError.body("else", 9, new Rule.Broken("cannot be"))))));
        Fx.settle();
        assertThat(message("days")).isEqualTo("Possible are: 1, 2");
        assertThat(Fx.says("else cannot be")).isTrue();
    }

    @Test
    void aConfirmationDoesNothingUntilItsNamedButtonIsPressed() {
        Fx.run(() -> new Dialogs(desk.language(), desk.theme())
                .confirm(window(), "The views are removed.", "fx.grid.views.remove", done::incrementAndGet));
        Fx.settle();
        Fx.key(KeyCode.ESCAPE);
        assertThat(Fx.get(() -> Window.getWindows().size())).isEqualTo(1);
        assertThat(done).hasValue(0);
        Fx.run(() -> new Dialogs(desk.language(), desk.theme())
                .confirm(window(), "The views are removed.", "fx.grid.views.remove", done::incrementAndGet));
        Fx.settle();
        Fx.click(Fx.find("#dialog-action"));
        assertThat(done).hasValue(1);
    }

    @Test
    void anUnexpectedErrorIsToldWithACodeToReport() {
        Fx.run(() -> new Dialogs(desk.language(), desk.theme())
                .unexpected(window(), new IllegalStateException("boom"), null));
        Fx.settle();
        assertThat(((Label) Fx.find("#dialog-code")).getText()).matches("Code for a report: \\S{4,}.*");
        Fx.shoot(Fx.find("#dialog-code").getScene(), java.nio.file.Path.of("target/screens/dialog-unexpected.png"));
        Fx.click(Fx.find("#dialog-close"));
        assertThat(Fx.get(() -> Window.getWindows().size())).isEqualTo(1);
    }

    private static Window window() {
        return Window.getWindows().getFirst();
    }

    private static String message(String field) {
        return Fx.get(() -> ((Label) Fx.find("#" + field + "-message")).getText());
    }
}
