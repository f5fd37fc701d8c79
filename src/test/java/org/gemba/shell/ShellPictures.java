package org.gemba.shell;

import java.nio.file.Path;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.gemba.fx.Fx;
import org.gemba.platform.i18n.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Draws every page of the shell for people to look at: `-Dgemba.pictures=FOLDER -Dtest=ShellPictures`.
@EnabledIfSystemProperty(named = "gemba.pictures", matches = ".+")
class ShellPictures {
    @TempDir
    static Path folder;

    @Test
    void everyPageInBothSizesThemesAndLanguages() {
        try (var shell = new ShellFixture(folder)) {
            all(shell, 1366, 768, false, "light");
            all(shell, 1920, 1080, true, "dark");
        }
    }

    private static void all(ShellFixture shell, double width, double height, boolean dark, String name) {
        shell.firstRunNeeded = true;
        var stage = shell.open(width, height);
        Fx.run(() -> shell.shownTheme.darkProperty().set(dark));
        Fx.await("the first step", () -> Fx.has("#firstrun-next"));
        if (dark) Fx.click(Fx.find("#language-zh"));
        shoot(stage, name + "-firstrun1");
        Fx.key(KeyCode.ENTER);
        Fx.click(Fx.find("#start-ERP"));
        shoot(stage, name + "-firstrun2");
        Fx.click(Fx.find("#start-LATER"));
        Fx.key(KeyCode.ENTER);
        Fx.key(KeyCode.ENTER);
        shoot(stage, name + "-firstrun3");
        Fx.run(() -> shell.window.end());

        shell.firstRunNeeded = false;
        var window = shell.open(width, height);
        Fx.run(() -> shell.shownTheme.darkProperty().set(dark));
        Fx.await("the login page", () -> Fx.has("#login-username"));
        if (dark) Fx.click(Fx.find("#language-zh"));
        shoot(window, name + "-login");
        shell.logIn("lin");
        Fx.run(() -> shell.shownTheme.darkProperty().set(dark));
        if (dark && shell.window.locale().equals(Texts.ENGLISH)) {
            Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        }
        Fx.await("the status", () -> !Fx.says("Asking…") && !Fx.says("查询中…"));
        pages(shell, window, name);
        Fx.run(() -> shell.window.end());
    }

    private static void pages(ShellFixture shell, Stage window, String name) {
        shoot(window, name + "-home");
        shell.tasks.submit(shell.endless, new ShellFixture.Endless("a"), "lin");
        Fx.click(Fx.find("#nav-shell-tasks"));
        Fx.await("progress", () -> Fx.says("PRD_MO · 12 of 30 pieces"));
        shoot(window, name + "-tasks");
        Fx.click(Fx.find("#nav-shell-users"));
        Fx.await("the list", () -> Fx.says("wang"));
        shoot(window, name + "-users");
        org.slf4j.LoggerFactory.getLogger("org.gemba.erp.Sync").warn("chunk 12 failed", new IllegalStateException("x"));
        Fx.click(Fx.find("#nav-shell-logs"));
        Fx.await("the line", () -> Fx.says("chunk 12 failed"));
        shoot(window, name + "-logs");
        Fx.click(Fx.find("#nav-shell-settings"));
        shoot(window, name + "-settings1");
        Fx.run(() -> ((TabPane) Fx.find(".settings")).getSelectionModel().select(2));
        shoot(window, name + "-settings2");
        Fx.run(() -> ((TabPane) Fx.find(".settings")).getSelectionModel().select(4));
        shoot(window, name + "-settings3");
        Fx.key(KeyCode.CONTROL, KeyCode.K);
        Fx.type("se");
        Fx.await("the record", () -> Fx.says("ASse"));
        shoot(window, name + "-palette");
        Fx.key(KeyCode.ESCAPE);
        Fx.key(KeyCode.CONTROL, KeyCode.J);
        shoot(window, name + "-side");
        Fx.run(() -> Fx.find("#search").requestFocus());
        Fx.key(KeyCode.SHIFT, KeyCode.SLASH);
        shoot(window, name + "-shortcuts");
        Fx.key(KeyCode.ESCAPE);
        Fx.key(KeyCode.CONTROL, KeyCode.K);
        Fx.type(shell.window.locale().equals(Texts.CHINESE) ? ">关于" : ">about");
        Fx.key(KeyCode.ENTER);
        shoot(window, name + "-about");
    }

    private static void shoot(Stage stage, String name) {
        Fx.settle();
        Fx.shoot(stage.getScene(), Path.of(System.getProperty("gemba.pictures"), name + ".png"));
    }
}
