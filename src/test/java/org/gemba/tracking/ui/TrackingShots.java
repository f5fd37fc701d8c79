package org.gemba.tracking.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.gemba.fx.Desk;
import org.gemba.fx.Fx;
import org.gemba.fx.Screen;
import org.gemba.platform.i18n.Texts;

/// Draws the screens of tracking headless into `target/screens`: both themes, both languages, both sizes. With
/// arguments only the screens that they name.
public final class TrackingShots {
    private static final Path FOLDER = Path.of("target/screens");

    private TrackingShots() {}

    public static void main(String[] arguments) throws Exception {
        try (var room = TrackingRoom.story(Files.createTempDirectory("tracking"))) {
            var clock = Clock.offset(Clock.system(ZoneOffset.UTC), Duration.between(Instant.now(), room.stand.now()));
            var desk = Fx.desk(clock, (id, given) -> {}, "tracking");
            for (var spec : room.screens(desk)) {
                if (arguments.length > 0 && !List.of(arguments).contains(spec.id())) continue;
                var name = spec.id().replace('.', '-');
                var given = spec.id().equals(TrackingScreens.PREVIEW)
                        ? Map.of("customer", "A001")
                        : Map.<String, String>of();
                for (var locale : List.of(Locale.ENGLISH, Texts.CHINESE)) {
                    for (boolean dark : List.of(false, true)) {
                        draw(desk, spec.create().apply(given), name, locale, dark, 1366, 768);
                    }
                }
                draw(desk, spec.create().apply(given), name, Locale.ENGLISH, false, 1920, 1080);
            }
        }
        System.exit(0);
    }

    private static void draw(
            Desk desk, Screen screen, String name, Locale locale, boolean dark, int width, int height) {
        Fx.run(() -> {
            desk.language().use(locale);
            desk.theme().darkProperty().set(dark);
        });
        var stage = Fx.show(Fx.get(() -> new StackPane(screen.node())), width, height, desk.theme());
        Fx.run(screen::onShow);
        settle();
        var suffix = "-%s-%s-%d.png".formatted(locale.getLanguage(), dark ? "dark" : "light", width);
        select();
        Fx.shoot(stage.getScene(), FOLDER.resolve(name + suffix));
        var tabs = Fx.get(() -> (TabPane) stage.getScene().lookup(".tab-pane"));
        if (tabs != null) {
            Fx.run(() -> tabs.getSelectionModel().select(1));
            settle();
            select();
            Fx.shoot(stage.getScene(), FOLDER.resolve(name + "-templates" + suffix));
        }
        Fx.run(screen::onHide);
    }

    private static void select() {
        Fx.run(() -> {
            for (var node : javafx.stage.Window.getWindows()
                    .getFirst()
                    .getScene()
                    .getRoot()
                    .lookupAll(".table-view")) {
                choose((TableView<?>) node);
            }
        });
        settle();
    }

    private static <T> void choose(TableView<T> table) {
        if (!table.getItems().isEmpty()) {
            table.getSelectionModel().clearAndSelect(0, table.getVisibleLeafColumn(0));
        }
    }

    private static void settle() {
        for (int i = 0; i < 25; i++) Fx.settle();
    }
}
