package org.gemba.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gemba.access.LoginThrottle;
import org.gemba.access.Tokens;
import org.gemba.erp.CustomerDocuments;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.SyncFinished;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.ScreenSpec;
import org.gemba.platform.Feature;
import org.gemba.platform.Threads;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.tracking.data.CallMinutes;
import org.gemba.tracking.data.Messages;
import org.gemba.tracking.data.Orders;
import org.gemba.tracking.data.Templates;
import org.gemba.tracking.data.Users;
import org.gemba.tracking.http.TrackingRoutes;
import org.gemba.tracking.ui.TrackingScreens;
import org.gemba.tracking.wechat.WechatDoor;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires order tracking.
public final class TrackingFeature implements Feature, HttpFeature, DesktopFeature {
    private static final Logger LOG = LoggerFactory.getLogger(TrackingFeature.class);
    private static final int SEND_ATTEMPTS = 8;
    private static final Duration SEND_BACKOFF = Duration.ofSeconds(30);
    private static final int MINUTES_KEPT = 1500;

    /// Tasks that need to be told nothing.
    public record Nothing() {}

    private final TrackingSettings settings;
    private final TrackingLogin login;
    private final TrackingOrders orders;
    private final TrackingMessages messages;
    private final TrackingCustomers customers;
    private final TrackingMonitor monitor;
    private final LiveOrders live;
    private final OrderRefresh refresh;
    private final CallMinutes minutes;
    private final CallHistory calls;
    private final Tokens tokens;
    private final Supplier<Tasks> tasks;
    private final Events events;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final ScheduledExecutorService keeper = Threads.scheduled("tracking-keeper");
    private final TaskKind<Nothing> refreshing =
            TaskKind.once("tracking.refresh", Nothing.class, TaskKind.Overlap.ALLOWED, this::refresh);
    private final TaskKind<Nothing> sending = new TaskKind<>(
            "tracking.send", Nothing.class, this::send, SEND_ATTEMPTS, SEND_BACKOFF, TaskKind.Overlap.ALLOWED);
    private volatile long storedUpTo;

    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public TrackingFeature(
            CustomerDocuments erp,
            ErpConnection connection,
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource source,
            Outbound outbound,
            Tokens tokens,
            LoginThrottle throttle,
            CallHistory calls,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.settings = TrackingSettings.read(source);
        var users = new Users(database, audit);
        var log = new Messages(database);
        var templates = new Templates(database, audit);
        var stored = new Orders(database, log, templates);
        var wechat = new WechatDoor(source, outbound, clock);
        this.login = new TrackingLogin(users, wechat, erp, tokens, throttle, clock);
        this.live = new LiveOrders(erp, stored, settings, clock);
        this.orders = new TrackingOrders(erp, login, stored, live, clock);
        this.messages = new TrackingMessages(log, templates, users, login, wechat, clock, zone);
        this.customers = new TrackingCustomers(users, stored, erp, tokens, settings);
        this.monitor = new TrackingMonitor(stored, connection, wechat, calls, clock, zone);
        this.refresh = new OrderRefresh(erp, stored, clock, messages::announce);
        this.minutes = new CallMinutes(database);
        this.calls = calls;
        this.tokens = tokens;
        this.tasks = tasks;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    public TrackingLogin login() {
        return login;
    }

    public TrackingOrders orders() {
        return orders;
    }

    public TrackingMessages messages() {
        return messages;
    }

    public TrackingCustomers customers() {
        return customers;
    }

    public TrackingMonitor monitor() {
        return monitor;
    }

    @Override
    public String id() {
        return "tracking";
    }

    @Override
    public List<HealthPart> health() {
        return List.of(new HealthPart("wechat", monitor::wechatAsKnown));
    }

    @Override
    public List<Route> routes() {
        return TrackingRoutes.of(login, orders, messages, monitor, tokens, settings, clock, zone);
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        return TrackingScreens.screens(desk, customers, orders, messages, monitor);
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(refreshing, sending);
    }

    private String refresh(Nothing nothing, TaskContext context) {
        int derived = refresh.run(context);
        live.forget();
        if (messages.hasQueued()) tasks.get().submit(sending, new Nothing(), "system");
        return derived + " orders derived";
    }

    private String send(Nothing nothing, TaskContext context) {
        return messages.sendQueued(context);
    }

    @Override
    public void start() {
        messages.settle();
        long now = calls.now();
        minutes.since(now - MINUTES_KEPT).forEach(calls::add);
        storedUpTo = now;
        keeper.scheduleWithFixedDelay(this::keepCalls, 1, 1, TimeUnit.MINUTES);
        events.on(SyncFinished.class, finished -> refreshSoon());
        if (refresh.isDue()) refreshSoon();
        else if (messages.hasQueued()) tasks.get().submit(sending, new Nothing(), "system");
    }

    private void refreshSoon() {
        tasks.get().submit(refreshing, new Nothing(), "system");
    }

    private void keepCalls() {
        try {
            long from = storedUpTo;
            storedUpTo = calls.now();
            minutes.store(calls.since(from), calls.now() - MINUTES_KEPT);
        } catch (RuntimeException e) {
            LOG.warn("the counted calls could not be stored: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        keeper.shutdownNow();
        keepCalls();
        monitor.close();
        live.close();
    }
}
