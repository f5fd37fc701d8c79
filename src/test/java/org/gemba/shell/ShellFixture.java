package org.gemba.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.gemba.access.AccessFeature;
import org.gemba.access.Caller;
import org.gemba.access.NewUser;
import org.gemba.access.Role;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.Fx;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.UserMemory;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.scan.ScanSettings;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.Threads;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.Secret;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.StoredSettings;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.log.RecentLog;
import org.gemba.platform.security.PasswordHash;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.shell.settings.SettingsBook;
import org.gemba.shell.window.MainWindow;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// A whole window over a real database, with one small feature of its own.
public final class ShellFixture implements AutoCloseable {
    public static final String PASSWORD = "a long sentence";

    /// Says that {@link #reach} changed.
    public record ReachChanged() {}

    /// The work of a test's task: it runs until it is cancelled.
    public record Endless(String name) {}

    public final Events events = new Events();
    public final Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
    public final Map<String, String> stored = new ConcurrentHashMap<>();
    public final List<FirstRunSteps.Choice> chosen = new ArrayList<>();
    public final RecentLog log = new RecentLog(1000).listen();
    public final CountDownLatch working = new CountDownLatch(1);
    public final TaskKind<Endless> endless =
            TaskKind.once("shell.endless", Endless.class, TaskKind.Overlap.ALLOWED, (payload, context) -> {
                context.progress(40, "PRD_MO", "12 of 30 pieces");
                working.countDown();
                while (true) {
                    context.checkCancelled();
                    if (new CountDownLatch(1).await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) break;
                }
                return "";
            });
    public final Database database;
    public final AccessFeature access;
    public final Tasks tasks;
    public volatile boolean firstRunNeeded;
    public volatile boolean sampleOpened;
    public volatile ErpStatus.Reach reach = ErpStatus.Reach.ONLINE;
    private final ExecutorService workers = Threads.pool("test-screens", 4);
    private final Map<String, UserMemory> memories = new ConcurrentHashMap<>();
    private final Path folder;

    public ShellFixture(Path folder) {
        this.folder = folder;
        database = TestDatabase.open(folder);
        access = new AccessFeature(
                database,
                new Audit(clock),
                new AuthSecrets(new Secret("shared-password-of-this-test"), new Secret("k".repeat(48))),
                // the clock stands still, so nobody would ever be let in again
                new SettingsSource(name -> name.equals("GEMBA_RATE_LIMITS") ? Optional.of("off") : Optional.empty()),
                new PasswordHash(4),
                clock);
        access.service().add(Caller.system(), new NewUser("lin", null, "Lin", PASSWORD, Role.ADMIN, List.of()));
        access.service().add(Caller.system(), new NewUser("wang", null, "Wang", PASSWORD, Role.VIEWER, List.of()));
        tasks = new Tasks(database, events, Clock.systemUTC(), List.of(endless));
        tasks.start();
    }

    public ShellParts parts() {
        return new ShellParts(
                "0.1.0",
                folder,
                new Texts(List.of("fx", "shell")),
                Texts.ENGLISH,
                clock,
                ZoneId.of("Asia/Shanghai"),
                events,
                workers,
                tasks,
                log,
                List.of(new SmallFeature()),
                (form, table, file) -> Files.writeString(file, table.toString()),
                FileDialogs.ofSystem(),
                caller -> memories.computeIfAbsent(caller.username(), name -> memoryOf()),
                access.service(),
                new Steps(),
                new Erp(),
                settings -> "K3Cloud 8.2 answers",
                () -> new ServerStatus.State(true, false, List.of("http://127.0.0.1:8080"), ""),
                new SettingsBook(
                        name -> name.equals("KINGDEE_LCID") ? Optional.of("2052") : Optional.empty(),
                        name -> Optional.empty(),
                        name -> Optional.ofNullable(stored.get(name)),
                        (changes, who) -> {
                            for (StoredSettings.Change change : changes) stored.put(change.name(), change.value());
                        }),
                null);
    }

    /// Tests type faster than any person, so the scanner is off.
    private static UserMemory memoryOf() {
        var memory = UserMemory.transientMemory();
        new ScanSettings(false, "", 35, 4).keep(memory);
        return memory;
    }

    /// Shows the window of these parts.
    public Stage open(double width, double height) {
        var theme = Fx.get(() -> {
            var made = new Theme();
            made.install();
            return made;
        });
        var root = Fx.get(StackPane::new);
        var stage = Fx.show(root, width, height, theme);
        window = Fx.get(() -> new MainWindow(parts(), theme, stage, root));
        shownTheme = theme;
        Fx.run(() -> window.begin());
        return stage;
    }

    public MainWindow window;
    public Theme shownTheme;

    public void logIn(String username) {
        Fx.await("the login page", () -> Fx.has("#login-username"));
        Fx.settle();
        Fx.run(() -> Fx.find("#login-username").requestFocus());
        var field = (javafx.scene.control.TextField) Fx.find("#login-username");
        Fx.type(username);
        org.assertj.core.api.Assertions.assertThat(field.getText()).isEqualTo(username);
        Fx.run(() -> Fx.find("#login-password").requestFocus());
        Fx.type(PASSWORD);
        var secret = (javafx.scene.control.TextField) Fx.find("#login-password");
        org.assertj.core.api.Assertions.assertThat(secret.getText()).isEqualTo(PASSWORD);
        Fx.key(javafx.scene.input.KeyCode.ENTER);
        Fx.await("the workspace", () -> Fx.has("#user-menu"));
        Fx.settle();
    }

    @Override
    public void close() {
        if (window != null) Fx.run(() -> window.end());
        tasks.close();
        log.close();
        workers.shutdownNow();
        database.close();
    }

    private final class Erp implements ErpStatus {
        @Override
        public State now() {
            return new State(reach, clock.instant().minus(Duration.ofMinutes(18)), "");
        }

        @Override
        public Events.Subscription onChange(Runnable action) {
            return events.on(ReachChanged.class, event -> action.run());
        }
    }

    private final class Steps implements FirstRunSteps {
        @Override
        public boolean isNeeded() {
            return firstRunNeeded;
        }

        @Override
        public String testErp(Map<String, String> settings) {
            if (settings.get("KINGDEE_APP_SEC").equals("wrong")) {
                throw new AppError.UpstreamUnavailable("erp", "The login was refused.", null);
            }
            return "K3Cloud answers";
        }

        @Override
        public void openSample() {
            sampleOpened = true;
        }

        @Override
        public void complete(Choice choice) {
            chosen.add(choice);
        }
    }

    /// One screen that counts how it is shown and hidden, and one kind of record.
    public static final class SmallFeature implements DesktopFeature {
        @Override
        public List<ScreenSpec> screens(Desk desk) {
            return List.of(new ScreenSpec(
                    "shell.small",
                    "shell.about.library",
                    MaterialDesignF.FACTORY,
                    ScreenSpec.Area.ORDERS,
                    null,
                    arguments -> new SmallScreen(desk, arguments.getOrDefault("order", "none"))));
        }

        @Override
        public List<SearchProvider> searchProviders(Desk desk) {
            return List.of(new SearchProvider() {
                @Override
                public String titleKey() {
                    return "shell.area.ORDERS";
                }

                @Override
                public char prefix() {
                    return '#';
                }

                @Override
                public List<Hit> search(String query, int limit) {
                    return List.of(new Hit(
                            "AS" + query,
                            "Boot, brown",
                            MaterialDesignF.FACTORY,
                            "shell.small",
                            Map.of("order", query)));
                }
            });
        }

        @Override
        public List<Part> homeTiles(Desk desk) {
            return List.of(new Part(
                    "shell.small.tile",
                    "shell.area.ORDERS",
                    MaterialDesignF.FACTORY,
                    null,
                    () -> new SmallScreen(desk, "12 late orders")));
        }

        @Override
        public List<Part> sidePanels(Desk desk) {
            return List.of(new Part(
                    "shell.small.side",
                    "shell.settings.assistant",
                    MaterialDesignF.FACTORY,
                    null,
                    () -> new SmallScreen(desk, "assistant")));
        }
    }

    private record SmallScreen(Desk desk, String order, Label node) implements Screen {
        SmallScreen(Desk desk, String order) {
            this(desk, order, new Label("order " + order));
        }

        @Override
        public String id() {
            return "shell.small";
        }

        @Override
        public javafx.beans.value.ObservableValue<String> title() {
            return new javafx.beans.property.SimpleStringProperty(order);
        }

        @Override
        public org.kordamp.ikonli.Ikon icon() {
            return MaterialDesignF.FACTORY;
        }
    }
}
