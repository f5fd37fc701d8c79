package org.gemba.fx.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.junit.jupiter.api.Test;

class ToastsTest {
    private final Desk desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});

    @Test
    void aMessageShowsIsKeptInTheFeedAndNeverTakesTheFocus() {
        var field = Fx.get(TextField::new);
        var toasts = Fx.get(() -> new Toasts(desk.notices(), desk.language()));
        Fx.show(Fx.get(() -> new StackPane(new VBox(field), toasts.node())), 600, 400, desk.theme());
        Fx.run(field::requestFocus);
        Fx.run(() -> {
            for (int i = 1; i <= 5; i++) desk.notices().failure("failure " + i, null);
        });
        Fx.settle();
        assertThat(Fx.says("failure 5")).isTrue();
        assertThat(Fx.says("failure 1")).as("only four at once").isFalse();
        assertThat(Fx.focusOwner()).isSameAs(field);
        assertThat(Fx.get(() -> desk.notices().unreadProperty().get())).isEqualTo(5);
        assertThat(desk.notices().feed().getLast().text()).isEqualTo("failure 1");
        Fx.click(Fx.find(".toast .button"));
        assertThat(Fx.says("failure 2")).isFalse();
        assertThat(desk.notices().feed()).hasSize(5);
    }
}
