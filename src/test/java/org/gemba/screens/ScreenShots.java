package org.gemba.screens;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.ScreenSpec;
import org.gemba.mto.ui.MtoRoom;
import org.gemba.mto.ui.MtoScreens;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.i18n.Texts;

/// Draws screens headless into `target/screens`: both sizes that matter, both themes, both languages.
public final class ScreenShots {
    private static final Path FOLDER = Path.of("target/screens");

    /// One screen to draw.
    public record Subject(String name, ScreenSpec spec, Map<String, String> arguments) {}

    private ScreenShots() {}

    public static void main(String[] arguments) throws Exception {
        try (var database = TestDatabase.open(Files.createTempDirectory("screens"))) {
            var room = new MtoRoom(database);
            var desk = Fx.desk(MtoRoom.CLOCK, (id, given) -> {}, "mto");
            desk.memory().put("mto.recent", "AS2511001\nDS2510044\nAK2509012-1");
            var specs = new MtoScreens(room.service, room.traveller).screens(desk);
            shoot(
                    desk,
                    List.of(
                            new Subject("lookup", specs.get(0), Map.of()),
                            new Subject("alerts", specs.get(1), Map.of()),
                            new Subject("order", specs.get(2), Map.of("mto", MtoRoom.MTO))));
        }
        System.exit(0);
    }

    /// Every subject, in every size, theme and language.
    public static void shoot(Desk desk, List<Subject> subjects) {
        for (var subject : subjects) {
            for (var locale : List.of(Locale.ENGLISH, Texts.CHINESE)) {
                for (boolean dark : List.of(false, true)) {
                    draw(desk, subject, locale, dark, 1366, 768);
                }
            }
            draw(desk, subject, Locale.ENGLISH, false, 1920, 1080);
        }
    }

    private static void draw(Desk desk, Subject subject, Locale locale, boolean dark, int width, int height) {
        Fx.run(() -> {
            desk.language().use(locale);
            desk.theme().darkProperty().set(dark);
        });
        var screen = Fx.get(() -> subject.spec().create().apply(subject.arguments()));
        var stage = Fx.show(Fx.get(() -> new StackPane(screen.node())), width, height, desk.theme());
        Fx.run(screen::onShow);
        for (int i = 0; i < 20; i++) Fx.settle();
        var name = "%s-%s-%s-%d.png".formatted(subject.name(), locale.getLanguage(), dark ? "dark" : "light", width);
        Fx.shoot(stage.getScene(), FOLDER.resolve(name));
        Fx.run(screen::onHide);
    }
}
