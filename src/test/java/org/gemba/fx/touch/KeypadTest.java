package org.gemba.fx.touch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Fx;
import org.gemba.fx.theme.Density;
import org.junit.jupiter.api.Test;

class KeypadTest {
    private final List<BigDecimal> numbers = new ArrayList<>();

    @Test
    void aNumberIsEnteredByFingerAndByKeyboard() {
        var desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
        Fx.run(() -> desk.theme().densityProperty().set(Density.TOUCH));
        var pad = Fx.get(() -> new Keypad(desk.language(), 2, numbers::add));
        var stage = Fx.show(Fx.get(() -> new StackPane(pad)), 420, 560, desk.theme());
        Fx.click(Fx.find("#keypad-1"));
        Fx.click(Fx.find("#keypad-2"));
        Fx.click(Fx.find("#keypad-point"));
        Fx.click(Fx.find("#keypad-point"));
        Fx.click(Fx.find("#keypad-5"));
        Fx.run(() -> pad.requestFocus());
        Fx.type("78x");
        Fx.shoot(stage.getScene(), Path.of("target/screens/keypad.png"));
        assertThat(Fx.get(() -> pad.typedProperty().get())).isEqualTo("12.57");
        Fx.click(Fx.find("#keypad-back"));
        Fx.key(KeyCode.ENTER);
        assertThat(numbers).containsExactly(new BigDecimal("12.5"));
        Fx.run(pad::clear);
        Fx.key(KeyCode.ENTER);
        assertThat(numbers).as("nothing entered, nothing done").hasSize(1);
    }
}
