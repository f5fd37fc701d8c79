package org.gemba.app;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.app.cli.Version;
import org.gemba.erp.ErpSettings;
import org.gemba.erp.ErpStateChanged;
import org.gemba.erp.SyncFinished;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.grid.SheetFiles;
import org.gemba.platform.Threads;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.db.StoredSettings.Change;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.log.RecentLog;
import org.gemba.shell.ErpStatus;
import org.gemba.shell.FirstRunSteps;
import org.gemba.shell.MemoryFile;
import org.gemba.shell.ServerStatus;
import org.gemba.shell.ShellParts;
import org.gemba.shell.settings.SettingsBook;

/// What the window asks of the program, answered from its services.
final class DesktopParts {
    private static final int WORKERS = 4;
    private static final int LOG_LINES = 2_000;

    private final Gemba gemba;
    private final String bind;
    private final int port;
    private final Runnable sample;

    /// @param bind where the server listens
    /// @param sample opens the sample factory in the place of this program
    DesktopParts(Gemba gemba, String bind, int port, Runnable sample) {
        this.sample = sample;
        this.gemba = gemba;
        this.bind = bind;
        this.port = port;
    }

    ShellParts build() {
        ExecutorService workers = Threads.pool("screen", WORKERS);
        var log = gemba.closeAtEnd(new RecentLog(LOG_LINES).listen());
        gemba.closeAtEnd(workers::shutdownNow);
        return new ShellParts(
                Version.text(),
                gemba.folder().path(),
                gemba.texts(),
                Locale.getDefault().getLanguage().equals("zh") ? Texts.CHINESE : Texts.ENGLISH,
                gemba.clock(),
                zone(),
                gemba.events(),
                workers,
                gemba.tasks(),
                log,
                features(),
                new SheetFiles(),
                FileDialogs.ofSystem(),
                caller -> new MemoryFile(
                        gemba.folder().path().resolve("desktop").resolve(caller.subject() + ".json"), workers),
                gemba.access().service(),
                new FirstRun(),
                new Erp(),
                this::testErp,
                this::server,
                new SettingsBook(gemba.fixedLayer(), gemba.fileLayer(), gemba.stored()::get, gemba.stored()::save),
                gemba.isDemo() ? new ShellParts.DemoLogin("admin", "gemba-demo") : null);
    }

    private ZoneId zone() {
        return gemba.zone();
    }

    /// What people work with stands before the connection that feeds it.
    private List<DesktopFeature> features() {
        var features = new ArrayList<DesktopFeature>();
        for (var feature : gemba.features()) {
            if (feature instanceof DesktopFeature desktop && feature != gemba.erp()) features.add(desktop);
        }
        features.add(gemba.erp());
        return features;
    }

    private ErpStatus.State erp() {
        var state = gemba.erp().connection().state();
        var reach = switch (state.status()) {
            case NOT_CONFIGURED -> ErpStatus.Reach.NOT_SET_UP;
            case ONLINE -> ErpStatus.Reach.ONLINE;
            case LOGIN_REFUSED -> ErpStatus.Reach.LOGIN_REFUSED;
            case UNKNOWN, OFFLINE -> ErpStatus.Reach.OFFLINE;
        };
        var last = gemba.erp().sync().status(Caller.system()).lastGood();
        return new ErpStatus.State(reach, last, state.problem());
    }

    private String testErp(Map<String, String> tried) {
        Function<String, Optional<String>> layer = name -> Optional.ofNullable(tried.get(name));
        try {
            var settings = ErpSettings.from(new SettingsSource(layer, gemba.settings()::text))
                    .orElseThrow(() -> new AppError.NotConfigured("erp", "Address and account are needed"));
            var took = gemba.erp().connection().test(settings);
            return "OK · " + took.toMillis() + " ms";
        } catch (WrongSetting e) {
            throw new AppError.Unprocessable(String.valueOf(e.getMessage()));
        }
    }

    private ServerStatus.State server() {
        boolean onLan = !bind.equals("127.0.0.1") && !bind.equals("localhost") && !bind.equals("::1");
        var scheme = gemba.tls().isPresent() ? "https://" : "http://";
        var addresses = new ArrayList<String>();
        if (onLan) lanAddresses().forEach(address -> addresses.add(scheme + address + ":" + port));
        addresses.add(scheme + "127.0.0.1:" + port);
        return new ServerStatus.State(true, onLan, addresses, "");
    }

    private static List<String> lanAddresses() {
        try {
            var found = new ArrayList<String>();
            for (var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (!card.isUp() || card.isLoopback()) continue;
                for (var address : Collections.list(card.getInetAddresses())) {
                    if (isLan(address)) found.add(address.getHostAddress());
                }
            }
            return found;
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static boolean isLan(InetAddress address) {
        return address instanceof java.net.Inet4Address && !address.isLinkLocalAddress();
    }

    private final class Erp implements ErpStatus {
        @Override
        public State now() {
            return erp();
        }

        @Override
        public Events.Subscription onChange(Runnable action) {
            var state = gemba.events().on(ErpStateChanged.class, event -> action.run());
            var data = gemba.events().on(SyncFinished.class, event -> action.run());
            return () -> {
                state.close();
                data.close();
            };
        }
    }

    private final class FirstRun implements FirstRunSteps {
        @Override
        public boolean isNeeded() {
            return gemba.access().service().isEmpty();
        }

        @Override
        public String testErp(Map<String, String> settings) {
            return DesktopParts.this.testErp(settings);
        }

        @Override
        public void openSample() {
            sample.run();
        }

        @Override
        public void complete(Choice choice) {
            var changes = new ArrayList<Change>();
            choice.erpSettings().forEach((name, value) -> changes.add(new Change(name, value, isSecret(name))));
            changes.add(new Change("GEMBA_LAN", String.valueOf(choice.lan()), false));
            gemba.access()
                    .service()
                    .add(
                            Caller.system(),
                            new NewUser(choice.username(), null, "", choice.password(), Role.ADMIN, List.of()));
            gemba.stored().save(changes, choice.username());
        }

        private boolean isSecret(String name) {
            return name.endsWith("_SEC") || name.endsWith("_PASSWORD");
        }
    }
}
