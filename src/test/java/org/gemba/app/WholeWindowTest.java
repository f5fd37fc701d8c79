package org.gemba.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import org.gemba.access.DemoUsers;
import org.gemba.fx.Fx;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.log.LogLine;
import org.gemba.shell.window.MainWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WholeWindowTest {
    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void everyScreenOfEveryFeatureOpensAndNoTwoClaimTheSameKeys() {
        try (var gemba = Gemba.open(folder, true, Clock.systemDefaultZone(), name -> Optional.empty())) {
            DemoUsers.add(gemba.access().service());
            gemba.startTasks();
            var theme = Fx.get(() -> {
                var made = new Theme();
                made.install();
                return made;
            });
            var root = Fx.get(StackPane::new);
            var stage = Fx.show(root, 1366, 768, theme);
            var parts = new DesktopParts(gemba, "127.0.0.1", 8080, () -> {}).build();
            var window = Fx.get(() -> new MainWindow(parts, theme, stage, root));
            Fx.run(window::begin);
            Fx.await("login", () -> Fx.has("#login-demo"));
            Fx.run(() -> ((ButtonBase) Fx.find("#login-demo")).fire());
            Fx.await("workspace", () -> Fx.has("#user-menu"));
            var screens = Fx.get(() ->
                    root.lookupAll(".rail-button").stream().map(Node::getId).toList());
            assertThat(screens).contains("nav-mto-lookup", "nav-mto-alerts", "nav-erp-sync", "nav-shell-settings");
            for (var screen : screens) {
                Fx.run(() -> ((ButtonBase) Fx.find("#" + screen)).fire());
                Fx.settle();
            }
            assertThat(parts.log().after(0).stream()
                            .filter(line -> line.level() == LogLine.Level.ERROR)
                            .map(LogLine::asText))
                    .isEmpty();
            Fx.run(window::end);
        }
    }
}
