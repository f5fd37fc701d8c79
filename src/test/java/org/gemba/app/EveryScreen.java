package org.gemba.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.access.Caller;
import org.gemba.fx.Fx;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.i18n.Texts;
import org.gemba.shell.window.MainWindow;

/// Draws the whole window of the demo factory with every screen of the navigation, whoever contributes it, in both
/// themes, both languages and two sizes, into `target/every`. Says for each how long the FX thread was held up at most.
public final class EveryScreen {
    private static final Path FOLDER = Path.of("target/every");

    private EveryScreen() {}

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("every");
        try (var gemba = Gemba.open(data, true, Clock.systemDefaultZone(), name -> Optional.empty())) {
            int port = gemba.listen("127.0.0.1", 0);
            gemba.start();
            awaitData(gemba);
            draw(gemba, port, 1366, 768, false, Texts.ENGLISH);
            draw(gemba, port, 1366, 768, true, Texts.CHINESE);
            draw(gemba, port, 1920, 1080, false, Texts.CHINESE);
            draw(gemba, port, 1920, 1080, true, Texts.ENGLISH);
        }
        System.exit(0);
    }

    private static void awaitData(Gemba gemba) {
        long end = System.nanoTime() + 180_000_000_000L;
        while (gemba.erp().sync().status(Caller.system()).lastGood() == null && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        }
    }

    private static void draw(Gemba gemba, int port, double width, double height, boolean dark, Locale locale) {
        var theme = Fx.get(() -> {
            var made = new Theme();
            made.install();
            return made;
        });
        var root = Fx.get(StackPane::new);
        var stage = Fx.show(root, width, height, theme);
        var parts = new DesktopParts(gemba, "127.0.0.1", port, () -> {}).build();
        var window = Fx.get(() -> new MainWindow(parts, theme, stage, root));
        Fx.run(window::begin);
        Fx.await("login", () -> Fx.has("#login-demo"));
        Fx.run(() -> ((ButtonBase) Fx.find("#login-demo")).fire());
        Fx.await("workspace", () -> Fx.has("#user-menu"));
        Fx.run(() -> theme.darkProperty().set(dark));
        if (!window.locale().equals(locale)) Fx.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        var name = "%s-%s-%d".formatted(locale.getLanguage(), dark ? "dark" : "light", (int) width);
        for (var id : screens(stage)) visit(stage, id, name);
        Fx.run(window::end);
    }

    private static List<String> screens(Stage stage) {
        return Fx.get(() -> stage.getScene().getRoot().lookupAll(".rail-button").stream()
                .map(javafx.scene.Node::getId)
                .toList());
    }

    private static void visit(Stage stage, String id, String name) {
        var longest = new AtomicLong();
        var beat = new Heartbeat(longest);
        beat.start();
        Fx.run(() -> ((ButtonBase) Fx.find("#" + id)).fire());
        for (int i = 0; i < 30; i++) {
            Fx.settle();
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000L);
        }
        beat.interrupt();
        Fx.shoot(stage.getScene(), FOLDER.resolve(id.replaceFirst("^nav-", "") + "-" + name + ".png"));
        System.out.printf("%-28s %-18s FX thread held up %4d ms%n", id, name, longest.get() / 1_000_000);
    }

    /// Asks the FX thread for an answer again and again and keeps the longest wait.
    private static final class Heartbeat extends Thread {
        private final AtomicLong longest;

        Heartbeat(AtomicLong longest) {
            super("heartbeat");
            this.longest = longest;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!isInterrupted()) {
                long asked = System.nanoTime();
                var answered = new java.util.concurrent.CountDownLatch(1);
                Platform.runLater(answered::countDown);
                try {
                    answered.await();
                    sleep(2);
                } catch (InterruptedException e) {
                    return;
                }
                longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            }
        }
    }
}
