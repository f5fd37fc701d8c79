package org.gemba.fx.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.gemba.fx.Fx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScanListenerTest {
    private final List<String> scanned = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private TextField field;
    private Button button;

    @BeforeEach
    void show() {
        var desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
        var root = Fx.get(() -> {
            field = new TextField();
            button = new Button("x");
            var box = new VBox(field, button);
            new ScanListener(box, ScanSettings.STANDARD, now::get, scanned::add);
            return box;
        });
        Fx.show(root, 300, 200, desk.theme());
        Fx.run(() -> field.requestFocus());
    }

    @Test
    void aCodeNeverLandsInTheTextFieldThatHasTheFocus() {
        scan("AS2511001");
        assertThat(scanned).containsExactly("AS2511001");
        assertThat(Fx.get(() -> field.getText())).isEmpty();
    }

    @Test
    void aCodeIsHeardWithoutAFieldAndDoesNotPressTheButton() {
        var pressed = new ArrayList<String>();
        Fx.run(() -> {
            button.setOnAction(event -> pressed.add("pressed"));
            button.requestFocus();
        });
        scan("LOC-0042?");
        assertThat(scanned).containsExactly("LOC-0042?");
        assertThat(pressed).isEmpty();
    }

    @Test
    void whatAPersonTypesArrivesInItsOrder() {
        for (char sign : "bolt".toCharArray()) {
            now.addAndGet(90_000_000L);
            Fx.type(String.valueOf(sign));
        }
        Fx.await("typed", () -> field.getText().equals("bolt"));
        now.addAndGet(90_000_000L);
        Fx.key(KeyCode.ENTER);
        assertThat(scanned).isEmpty();
    }

    @Test
    void aFastPairOfSignsThatNoEnterFollowsIsTyping() {
        now.addAndGet(90_000_000L);
        Fx.type("th");
        Fx.await("typed", () -> field.getText().equals("th"));
        assertThat(scanned).isEmpty();
    }

    @Test
    void aFieldThatWantsCodesGetsThem() {
        Fx.run(() -> ScanListener.accept(field, field::setText));
        scan("SN-778899");
        assertThat(Fx.get(() -> field.getText())).isEqualTo("SN-778899");
        assertThat(scanned).isEmpty();
    }

    private void scan(String code) {
        now.addAndGet(500_000_000L);
        Fx.run(() -> {
            for (char sign : code.toCharArray()) {
                now.addAndGet(4_000_000L);
                Event.fireEvent(
                        Fx.focusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                String.valueOf(sign),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false));
            }
            now.addAndGet(4_000_000L);
        });
        Fx.key(KeyCode.ENTER);
    }
}
