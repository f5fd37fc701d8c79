package org.gemba.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemba.access.AccessFeature;
import org.gemba.access.Caller;
import org.gemba.access.DemoUsers;
import org.gemba.access.User;
import org.gemba.app.cli.Version;
import org.gemba.app.control.ControlServer;
import org.gemba.assistant.AssistantFeature;
import org.gemba.demo.Demo;
import org.gemba.demo.story.Story;
import org.gemba.demo.wechat.DemoWechat;
import org.gemba.erp.ErpFeature;
import org.gemba.inventory.InventoryFeature;
import org.gemba.kpi.KpiFeature;
import org.gemba.kpi.KpiFiguresFeature;
import org.gemba.kpi.SinkMail;
import org.gemba.mto.MtoFeature;
import org.gemba.planning.PlanningFeature;
import org.gemba.planning.PlanningFiguresFeature;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.config.GembaProperties;
import org.gemba.platform.config.RunningProgram;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.db.Backup;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.DatabaseSettings;
import org.gemba.platform.db.StoredSettings;
import org.gemba.platform.events.Events;
import org.gemba.platform.health.Health;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.log.LogFile;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.security.PasswordHash;
import org.gemba.platform.security.SecretBox;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.platform.tls.TlsIdentity;
import org.gemba.tracking.DemoCustomers;
import org.gemba.tracking.TrackingFeature;
import org.gemba.web.HealthRoutes;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;
import org.gemba.web.SocketRoute;
import org.gemba.web.WebServer;
import org.gemba.web.WebSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The program: platform, then features, then faces, each built by its constructor and stopped in reverse. A new
/// feature is one line in {@link #features}.
final class Gemba implements AutoCloseable {
    /// The packages with migrations, in the order in which they run.
    static final List<String> ROOMS =
            List.of("platform", "access", "erp", "mto", "kpi", "tracking", "assistant", "inventory", "planning");

    private static final String CLOSED_FILES = "GEMBA_FILE_HOSTS";
    private static final Logger LOG = LoggerFactory.getLogger(Gemba.class);
    private static final int DEMO_DAYS = 365;
    private static final int DEMO_CHUNK_DAYS = 30;

    private final Closing closing = new Closing();
    private final Clock clock;
    private final DataFolder folder;
    private final @Nullable Demo demo;
    private final Function<String, Optional<String>> fixedLayer;
    private final Function<String, Optional<String>> fileLayer;
    private final StoredSettings stored;
    private final SettingsSource settings;
    private final Supplier<ZoneId> zone;
    private final Events events = new Events();
    private final Audit audit;
    private final Database database;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallHistory calls;
    private final Texts texts = new Texts(List.of(
            "fx",
            "shell",
            "access",
            "erp",
            "mto",
            "tracking",
            "kpi",
            "inventory",
            "planning",
            "assistant",
            "web",
            "platform"));
    private final AccessFeature access;
    private final ErpFeature erp;
    private final MtoFeature mto;
    private final TrackingFeature tracking;
    private final KpiFeature kpi;
    private final KpiFiguresFeature kpiFigures;
    private final InventoryFeature inventory;
    private final PlanningFeature planning;
    private final PlanningFiguresFeature planningFigures;
    private final AssistantFeature assistant;
    private final Tasks tasks;
    private Optional<TlsIdentity> tls = Optional.empty();

    /// Takes the data folder and opens everything in it; nothing runs yet.
    ///
    /// @param isDemo the sample factory: its simulators run and its people can log in
    static Gemba open(Path data, boolean isDemo, Clock clock, Function<String, Optional<String>> environment) {
        var folder = DataFolder.open(data);
        try {
            DemoMark.check(folder, isDemo);
            return new Gemba(folder, isDemo, clock, environment);
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    private Gemba(DataFolder folder, boolean isDemo, Clock clock, Function<String, Optional<String>> environment) {
        this.folder = folder;
        this.clock = clock;
        this.calls = new CallHistory(clock);
        try {
            closing.add(LogFile.open(folder.logs()));
            this.demo = isDemo ? closing.add(Demo.start(clock, folder.path().resolve("demo-labels"))) : null;
            var told = demo;
            Function<String, Optional<String>> demoLayer = name -> told == null ? Optional.empty() : told.setting(name);
            var file = GembaProperties.layer(folder.propertiesFile());
            var fixed = new SettingsSource(demoLayer, environment, file);
            this.audit = new Audit(clock);
            this.database = closing.add(Database.open(DatabaseSettings.from(fixed, folder.path()), ROOMS));
            this.fileLayer = file;
            this.fixedLayer = name -> demoLayer.apply(name).or(() -> environment.apply(name));
            this.stored = new StoredSettings(database, SecretBox.with(folder.keyFile()), audit, events, clock);
            this.settings = new SettingsSource(demoLayer, environment, file, stored::get);
            if (!isDemo) refuseClosedFiles(settings);
            var fixedZone = settings.zone("GEMBA_TIME_ZONE");
            this.zone = () -> fixedZone;
            var outbound = closing.add(new Outbound(meters, Version.text()));
            var secrets = AuthSecrets.from(settings, folder.path(), isDemo);
            this.access = new AccessFeature(database, audit, secrets, settings, new PasswordHash(), clock);
            this.erp = new ErpFeature(database, this::tasks, events, audit, settings, outbound, clock, zone);
            this.mto = new MtoFeature(erp.documents(), database, events, settings, texts, clock, zone);
            this.tracking = new TrackingFeature(
                    erp.customers(),
                    erp.connection(),
                    database,
                    this::tasks,
                    events,
                    audit,
                    settings,
                    outbound,
                    access.tokens(),
                    access.throttle(),
                    calls,
                    clock,
                    zone);
            this.kpi = new KpiFeature(new KpiFeature.Ground(
                    database,
                    this::tasks,
                    events,
                    audit,
                    id -> access.service().find(id).map(User::number),
                    clock,
                    zone));
            this.kpiFigures = new KpiFiguresFeature(new KpiFiguresFeature.Ground(
                    database, this::tasks, events, audit, settings, texts, clock, demoMails()));
            this.inventory = new InventoryFeature(new InventoryFeature.Ground(
                    database, this::tasks, events, audit, settings, outbound, texts, folder, backup(), clock, zone));
            this.planning = new PlanningFeature(database, this::tasks, events, audit, settings, outbound, clock, zone);
            this.planningFigures = new PlanningFiguresFeature(database, this::tasks, events, audit, texts, clock, zone);
            this.assistant = new AssistantFeature(mto.service(), database, audit, outbound, settings, texts);
            this.tasks = closing.add(new Tasks(database, events, clock, kinds()));
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /// Addresses that come from suppliers and files never lead into the factory's own network; only the demo's
    /// simulated suppliers live there.
    private static void refuseClosedFiles(SettingsSource settings) {
        var asked = settings.text(CLOSED_FILES);
        if (asked.isPresent()) throw new WrongSetting(CLOSED_FILES, asked.get(), "nothing: it belongs to the demo");
    }

    /// Every feature, in the order in which they start.
    List<Feature> features() {
        return List.of(access, erp, mto, tracking, kpi, kpiFigures, inventory, planning, planningFigures, assistant);
    }

    /// What the demo's mail server took; null outside the demo.
    private @Nullable Supplier<List<SinkMail>> demoMails() {
        var told = demo;
        if (told == null) return null;
        return () -> told.mails().mails().stream()
                .map(mail -> new SinkMail(mail.at(), mail.recipients(), mail.raw()))
                .toList();
    }

    private List<TaskKind<?>> kinds() {
        var kinds = new ArrayList<TaskKind<?>>();
        for (var feature : features()) kinds.addAll(feature.taskKinds());
        return kinds;
    }

    private Health health() {
        var parts = new ArrayList<HealthPart>();
        for (var feature : features()) parts.addAll(feature.health());
        return new Health(database, parts, clock);
    }

    /// Every operation that the server answers, but for its own pages.
    List<Route> routes() {
        var routes = new ArrayList<Route>();
        for (var feature : features()) {
            if (feature instanceof HttpFeature http) routes.addAll(http.routes());
        }
        routes.addAll(new HealthRoutes(health(), Version.text(), folder.path()).routes());
        return routes;
    }

    List<SocketRoute> sockets() {
        var sockets = new ArrayList<SocketRoute>();
        for (var feature : features()) {
            if (feature instanceof HttpFeature http) sockets.addAll(http.sockets());
        }
        return sockets;
    }

    /// Begins what runs by itself: tasks, schedules.
    void start() {
        for (var feature : features()) {
            feature.start();
            closing.add(feature::stop);
        }
        tasks.start();
        if (demo != null) fillDemo();
    }

    private void fillDemo() {
        DemoUsers.add(access.service());
        var story = Story.seenFrom(LocalDate.now(clock.withZone(zone())));
        kpi.fillWithSample(file -> story.rows("kpi/" + file), story.shift());
        kpiFigures.mails().fillWithSample(Caller.system());
        inventory.loadDemo(story.shift());
        planning.fillWithSample(file -> story.rows("planning/" + file));
        if (erp.sync().history(Caller.system(), 1).isEmpty()) {
            erp.sync().trigger(Caller.system(), DEMO_DAYS, DEMO_CHUNK_DAYS, true);
        }
        DemoCustomers.add(tracking, DemoWechat.STATUS_TEMPLATE, DemoWechat.DELIVERY_TEMPLATE);
        var told = demo;
        if (told != null) {
            inventory
                    .edge()
                    .fillDemo(
                            told.orderFiles(),
                            told.llm().url().toString(),
                            told.llm().key());
        }
    }

    /// Where to listen: loopback, unless the command line says otherwise or the LAN was opened on purpose in the
    /// desktop.
    String bind(String asked) {
        boolean opened = demo == null && settings.flag("GEMBA_LAN", false);
        return opened && asked.equals("127.0.0.1") ? "0.0.0.0" : asked;
    }

    /// Listens.
    ///
    /// @return the port
    /// @throws org.gemba.web.PortInUse when another program has it
    int listen(String bind, int port) {
        this.tls = TlsIdentity.from(settings, folder.path(), clock);
        var made = new WebServer(
                WebSettings.from(settings, bind, port),
                tls,
                Optional.of(new AnswersOnce(database, clock)),
                routes(),
                sockets(),
                access.tokens(),
                meters,
                calls,
                clock);
        closing.add(made.start());
        LOG.info("listening on {}:{}", bind, made.port());
        return made.port();
    }

    /// With what the server proves who it is; empty when it speaks plain HTTP.
    Optional<TlsIdentity> tls() {
        return tls;
    }

    /// Takes orders of the terminal until the end, and tells other programs where this one is.
    void control(ControlServer control, int port) {
        closing.add(control);
        RunningProgram.announce(folder.path(), port);
    }

    /// For a command that has work for the task engine and no server: schedules stay off.
    void startTasks() {
        tasks.start();
    }

    boolean isDemo() {
        return demo != null;
    }

    Clock clock() {
        return clock;
    }

    ZoneId zone() {
        return zone.get();
    }

    SettingsSource settings() {
        return settings;
    }

    StoredSettings stored() {
        return stored;
    }

    /// What the demo and the environment fix.
    Function<String, Optional<String>> fixedLayer() {
        return fixedLayer;
    }

    Function<String, Optional<String>> fileLayer() {
        return fileLayer;
    }

    <T extends AutoCloseable> T closeAtEnd(T resource) {
        return closing.add(resource);
    }

    Tasks tasks() {
        return tasks;
    }

    Events events() {
        return events;
    }

    AccessFeature access() {
        return access;
    }

    ErpFeature erp() {
        return erp;
    }

    MtoFeature mto() {
        return mto;
    }

    DataFolder folder() {
        return folder;
    }

    Texts texts() {
        return texts;
    }

    Backup backup() {
        return new Backup(database, folder.path(), Version.text(), clock);
    }

    @Override
    public void close() {
        closing.close();
        folder.close();
    }
}
