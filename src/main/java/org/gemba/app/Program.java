package org.gemba.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.gemba.app.cli.ExitCode;
import org.gemba.app.cli.Faces;
import org.gemba.app.cli.StartOptions;
import org.gemba.app.cli.Terminal;
import org.gemba.app.control.ControlClient;
import org.gemba.app.control.ControlServer;
import org.gemba.app.control.Order;
import org.gemba.platform.Threads;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.config.DataFolderRefused;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.db.DatabaseRefused;
import org.gemba.platform.db.Restore;
import org.gemba.shell.Desktop;
import org.gemba.shell.Display;
import org.gemba.shell.ShellParts;
import org.gemba.web.PortInUse;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// Starts the program in one of its forms and says in one line why it cannot.
final class Program implements Faces {
    private final Terminal terminal;
    private final Clock clock = Clock.systemDefaultZone();
    private final Function<String, Optional<String>> environment = SettingsSource.environment();

    Program(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public int desktop(StartOptions options) {
        var reason = Display.whyNot();
        if (reason.isPresent()) {
            terminal.complain(reason.get() + " Gemba goes on as a server.");
            return serve(options);
        }
        if (isRefused(options)) return ExitCode.WRONG_USE;
        return guarded(() -> {
            var window = new Desktop();
            var ended = new CountDownLatch(1);
            Threads.atExit("stop", () -> {
                window.close();
                awaitQuietly(ended);
            });
            var opened = new AtomicReference<@Nullable Gemba>();
            var parts = new CompletableFuture<ShellParts>();
            Threads.start("start", () -> begin(options, window, opened, parts));
            try {
                window.run(parts);
            } finally {
                var gemba = opened.get();
                if (gemba != null) gemba.close();
                ended.countDown();
            }
            return ExitCode.DONE;
        });
    }

    /// Opens everything while the window's frame is already on the screen.
    private void begin(
            StartOptions options,
            Desktop window,
            AtomicReference<@Nullable Gemba> opened,
            CompletableFuture<ShellParts> parts) {
        try {
            var gemba = open(options.data(), options.demo());
            opened.set(gemba);
            int port = run(gemba, options);
            Runnable sample = () -> openSample(options, window, opened);
            parts.complete(new DesktopParts(gemba, gemba.bind(options.bind()), port, sample).build());
        } catch (RuntimeException | Error e) {
            parts.completeExceptionally(e);
        }
    }

    /// Ends the program of the real folder, which is still empty, and opens that of the sample factory in its place.
    private void openSample(StartOptions options, Desktop window, AtomicReference<@Nullable Gemba> opened) {
        var parts = new CompletableFuture<ShellParts>();
        window.replace(parts);
        Threads.start("sample", () -> {
            var real = opened.getAndSet(null);
            if (real != null) real.close();
            begin(options.forSample(sampleFolder(options.data())), window, opened, parts);
        });
    }

    private static Path sampleFolder(@Nullable Path data) {
        if (data == null) return folder(null, true);
        var real = folder(data, false);
        return real.resolveSibling(real.getFileName() + "-demo");
    }

    private boolean isRefused(StartOptions options) {
        if (!options.demo() || options.bind().equals("127.0.0.1")) return false;
        terminal.complain("--demo listens on 127.0.0.1 only, as its passwords are printed; leave --bind out.");
        return true;
    }

    @Override
    public int serve(StartOptions options) {
        if (isRefused(options)) return ExitCode.WRONG_USE;
        return guarded(() -> {
            var stop = new CountDownLatch(1);
            var ended = new CountDownLatch(1);
            try (var gemba = open(options.data(), options.demo())) {
                Threads.atExit("stop", () -> {
                    stop.countDown();
                    awaitQuietly(ended);
                });
                run(gemba, options);
                awaitQuietly(stop);
            } finally {
                ended.countDown();
            }
            return ExitCode.DONE;
        });
    }

    private int run(Gemba gemba, StartOptions options) {
        var bind = gemba.bind(options.bind());
        int port = gemba.listen(bind, options.port());
        gemba.start();
        gemba.control(ControlServer.start(gemba.folder().path(), new LocalOrders(gemba)), port);
        gemba.tls()
                .ifPresent(tls -> terminal.complain("The certificate's SHA-256 fingerprint is " + tls.fingerprint()));
        var scheme = gemba.tls().isPresent() ? "https" : "http";
        terminal.say("Gemba is listening on " + scheme + "://" + host(bind) + ":" + port);
        return port;
    }

    private static String host(String bind) {
        return bind.contains(":") ? "[" + bind + "]" : bind;
    }

    @Override
    public int order(@Nullable Path data, Order order) {
        var folder = folder(data, false);
        try {
            var answered = new ControlClient(folder).send(order, terminal::say);
            if (answered.isPresent()) return answered.getAsInt();
        } catch (IOException e) {
            terminal.complain(String.valueOf(e.getMessage()) + ".");
            return ExitCode.FAILED;
        }
        return guarded(() -> {
            try (var gemba = open(folder, DemoMark.isDemo(folder))) {
                if (order.command().equals("sync")) gemba.startTasks();
                return new LocalOrders(gemba).carryOut(order, terminal::say);
            }
        });
    }

    @Override
    public int restore(@Nullable Path data, Path file) {
        return guarded(() -> {
            try (var folder = DataFolder.open(folder(data, false))) {
                var restored = new Restore(folder.path(), Gemba.ROOMS, clock).from(file);
                terminal.say("Restored " + restored.manifest().totalRows() + " rows; what was there before is in "
                        + restored.oldFiles() + ".");
                return ExitCode.DONE;
            }
        });
    }

    private Gemba open(@Nullable Path data, boolean demo) {
        return Gemba.open(folder(data, demo), demo, clock, environment);
    }

    /// The demo has a standard folder of its own, so that trying it out leaves the real one alone.
    private static Path folder(@Nullable Path data, boolean demo) {
        if (data != null) return data.toAbsolutePath().normalize();
        var standard = DataFolder.standard();
        return demo ? standard.resolveSibling(standard.getFileName() + "-demo") : standard;
    }

    private interface Work {
        int run();
    }

    private int guarded(Work work) {
        try {
            return work.run();
        } catch (WrongSetting | DatabaseRefused e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return ExitCode.WRONG_USE;
        } catch (DataFolderRefused e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return e.isInUse() ? ExitCode.TAKEN : ExitCode.WRONG_USE;
        } catch (PortInUse e) {
            terminal.complain(String.valueOf(e.getMessage()));
            return ExitCode.TAKEN;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Program.class).error("the program ended", e);
            terminal.complain("Gemba cannot go on: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
