package org.gemba.fx;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.fx.action.ActionRegistry;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.grid.SheetFiles;
import org.gemba.fx.notify.Notices;
import org.gemba.fx.task.Background;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;

/// Drives a headless window in tests: everything on the FX thread, pulses instead of sleeps.
public final class Fx {
    private static final long PATIENCE_SECONDS = 20;

    static {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        await(started);
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    /// Something that is done on the FX thread.
    @FunctionalInterface
    public interface Act {
        void run() throws Exception;
    }

    public static void run(Act act) {
        get(() -> {
            act.run();
            return null;
        });
    }

    public static <T> T get(Callable<T> question) {
        var task = new FutureTask<>(question);
        if (Platform.isFxApplicationThread()) task.run();
        else Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// Shows a stage of that size in front; earlier windows are closed.
    public static Stage show(Parent root, double width, double height, Theme theme) {
        var stage = get(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            var scene = new Scene(root, width, height);
            theme.dress(scene);
            var shown = new Stage();
            shown.setScene(scene);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        settle();
        return stage;
    }

    /// Waits until style and layout are done.
    public static void settle() {
        for (int i = 0; i < 2; i++) {
            var pulse = new CountDownLatch(1);
            run(() -> {
                var stage = Window.getWindows().stream()
                        .filter(Stage.class::isInstance)
                        .findFirst();
                if (stage.isEmpty()) {
                    pulse.countDown();
                    return;
                }
                var scene = stage.get().getScene();
                scene.addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        pulse.countDown();
                    }
                });
                Platform.requestNextPulse();
            });
            await(pulse);
        }
    }

    /// Lets pulses pass until the condition holds; fails when it never does.
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!get(condition::getAsBoolean)) {
            if (System.nanoTime() > end) throw new AssertionError("waited in vain: " + what);
            settle();
        }
    }

    /// The first node in any window that the selector fits, the newest window first.
    public static Node find(String selector) {
        return get(() -> {
            for (var window : List.copyOf(Window.getWindows()).reversed()) {
                var node = window.getScene() == null
                        ? null
                        : window.getScene().getRoot().lookup(selector);
                if (node != null) return node;
            }
            throw new NoSuchElementException(selector);
        });
    }

    /// The visible piece of text that says exactly this.
    public static Node text(String words) {
        return get(() -> {
            for (var window : List.copyOf(Window.getWindows()).reversed()) {
                for (var node : window.getScene().getRoot().lookupAll(".text")) {
                    if (node instanceof Text text && words.equals(text.getText()) && shows(node)) return node;
                }
            }
            throw new NoSuchElementException(words);
        });
    }

    public static boolean says(String words) {
        try {
            text(words);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    /// Whether {@link #find} would find something that shows.
    public static boolean has(String selector) {
        return get(() -> Window.getWindows().stream()
                .filter(window -> window.getScene() != null)
                .map(window -> window.getScene().getRoot().lookup(selector))
                .anyMatch(node -> node != null && shows(node)));
    }

    public static void click(Node node) {
        run(() -> {
            var bounds = node.localToScreen(node.getLayoutBounds());
            var robot = new Robot();
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
        });
        settle();
    }

    /// Types characters, also Chinese ones, into the node that has the focus.
    public static void type(String characters) {
        run(() -> {
            var owner = focusOwner();
            characters.chars().forEach(c -> Event.fireEvent(owner, typed((char) c)));
        });
        settle();
    }

    /// Presses the keys in order and lets go of them in reverse.
    public static void key(KeyCode... keys) {
        run(() -> {
            var robot = new Robot();
            for (var key : keys) robot.keyPress(key);
            for (int i = keys.length - 1; i >= 0; i--) robot.keyRelease(keys[i]);
        });
        settle();
    }

    public static Node focusOwner() {
        return get(() -> Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(window -> window.getScene().getFocusOwner())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
    }

    public static void shoot(Scene scene, Path file) {
        run(() -> Shot.save(scene.snapshot(null), file));
    }

    /// A desk for one test: real background threads, English, a navigator that only remembers.
    public static Desk desk(Clock clock, Navigator navigator, String... rooms) {
        return desk(FileDialogs.ofSystem(), clock, navigator, rooms);
    }

    /// As {@link #desk}, with a user who answers every question for a file with this one.
    public static Desk deskSavingTo(Path file, Clock clock, Navigator navigator, String... rooms) {
        var answering = new FileDialogs() {
            @Override
            public Optional<Path> toSave(Window owner, String suggestedName) {
                return Optional.of(file);
            }

            @Override
            public Optional<Path> toOpen(Window owner, String... endings) {
                return Optional.of(file);
            }
        };
        return desk(answering, clock, navigator, rooms);
    }

    private static Desk desk(FileDialogs files, Clock clock, Navigator navigator, String... rooms) {
        var bundles = Stream.concat(Stream.of("fx"), Stream.of(rooms)).toList();
        return get(() -> {
            var theme = new Theme();
            theme.install();
            return new Desk(
                    new Background(ForkJoinPool.commonPool(), Background.fxThread()),
                    new Language(new Texts(bundles), Locale.ENGLISH),
                    theme,
                    new ActionRegistry(),
                    new Notices(clock),
                    navigator,
                    UserMemory.transientMemory(),
                    files,
                    new SheetFiles(),
                    new Events(),
                    Fx::admin,
                    clock,
                    ZoneId.of("Asia/Shanghai"));
        });
    }

    public static Caller admin() {
        return new Caller(
                "1", "lin", Role.ADMIN, RolePermissions.of(Role.ADMIN), Set.of(ApiFamily.values()), List.of(), null);
    }

    private static KeyEvent typed(char c) {
        return new KeyEvent(KeyEvent.KEY_TYPED, String.valueOf(c), "", KeyCode.UNDEFINED, false, false, false, false);
    }

    private static boolean shows(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) return false;
        }
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("no pulse came");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
