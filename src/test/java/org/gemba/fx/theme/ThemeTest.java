package org.gemba.fx.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.Test;

class ThemeTest {
    @Test
    void coloursSizesAndLanguageSwitchInAnOpenWindow() {
        Desk desk = Fx.desk(Clock.systemUTC(), (id, arguments) -> {});
        var label = Fx.get(() -> {
            var made = new Label();
            made.setStyle("-fx-text-fill: -ops-late;");
            made.textProperty().bind(desk.language().text("fx.close"));
            return made;
        });
        Fx.show(new VBox(label), 300, 200, desk.theme());
        var light = Fx.get(label::getTextFill);
        double small = Fx.get(() -> label.getFont().getSize());

        Fx.run(() -> {
            desk.theme().darkProperty().set(true);
            desk.theme().fontScaleProperty().set(2);
            desk.language().use(Texts.CHINESE);
        });
        Fx.settle();

        assertThat(Fx.get(label::getTextFill)).isInstanceOf(Color.class).isNotEqualTo(light);
        assertThat(Fx.get(() -> label.getFont().getSize())).isEqualTo(2 * small);
        assertThat(Fx.get(label::getText)).isEqualTo("关闭");
        Fx.run(() -> desk.language().use(Locale.ENGLISH));
        assertThat(Fx.get(label::getText)).isEqualTo("Close");
    }
}
