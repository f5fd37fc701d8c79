package org.gemba.tracking;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.access.AccessFeature;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.DocumentSource;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.demo.wechat.WechatSimulator;
import org.gemba.demo.wechat.WechatTemplate;
import org.gemba.erp.ErpFeature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.AuthSecrets;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.metrics.CallHistory;
import org.gemba.platform.security.PasswordHash;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.Route;
import org.gemba.web.TestServer;
import org.gemba.web.WebServer;
import org.gemba.web.WebSettings;

/// Tracking as a whole: a database file, a simulated ERP, a simulated WeChat, the real server with real tokens. Its
/// clock begins on 10 March 2026 and runs; a test may put it forward.
public final class TrackingStand implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String TEMPLATE = "status-template";

    public final K3CloudSimulator erp;
    public final WechatSimulator wechat;
    public final Database database;
    public final Events events = new Events();
    public final Map<String, String> settings = new HashMap<>();
    public final AccessFeature access;
    public final ErpFeature erpFeature;
    public final TrackingFeature feature;
    public final Tasks tasks;
    public final CallHistory calls;
    public final TestServer server;
    private final LinkedBlockingQueue<TaskChanged> changes = new LinkedBlockingQueue<>();
    private final Outbound outbound = new Outbound(new SimpleMeterRegistry(), "test");
    private final Movable clock = new Movable();
    private int codes;

    /// The time of the real clock, and what was added.
    private static final class Movable extends Clock {
        private volatile Duration offset = Duration.between(Instant.now(), Instant.parse("2026-03-10T04:00:00Z"));

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    public TrackingStand(Path folder, DocumentSource documents, String... extraSettings) {
        this(folder, documents, List.of(), extraSettings);
    }

    /// @param more routes of other families that are served beside those of tracking
    public TrackingStand(Path folder, DocumentSource documents, List<Route> more, String... extraSettings) {
        erp = K3CloudSimulator.start(documents);
        wechat = WechatSimulator.start("wx-test", "wechat-secret", clock);
        wechat.template(new WechatTemplate(TEMPLATE, List.of("character_string1", "phrase2")));
        settings.put("KINGDEE_SERVER_URL", erp.url().toString());
        settings.put("KINGDEE_ACCT_ID", erp.account().accountId());
        settings.put("KINGDEE_USER_NAME", erp.account().userName());
        settings.put("KINGDEE_APP_ID", erp.account().appId());
        settings.put("KINGDEE_APP_SEC", erp.account().appSecret());
        settings.put("KINGDEE_REQUEST_TIMEOUT", "2");
        settings.put("WECHAT_APP_ID", wechat.appId());
        settings.put("WECHAT_APP_SECRET", wechat.appSecret());
        settings.put("WECHAT_BASE_URL", wechat.url().toString());
        settings.put("WECHAT_TIMEOUT", "1");
        settings.put("TRACKING_LIVE_SECONDS", "0");
        for (int i = 0; i < extraSettings.length; i += 2) settings.put(extraSettings[i], extraSettings[i + 1]);
        database = TestDatabase.open(folder);
        var source = new SettingsSource(name -> Optional.ofNullable(settings.get(name)));
        var audit = new Audit(clock);
        calls = new CallHistory(clock);
        access = new AccessFeature(
                database, audit, AuthSecrets.from(source, folder, false), source, new PasswordHash(), clock);
        var built = new Tasks[1];
        erpFeature = new ErpFeature(database, () -> built[0], events, audit, source, outbound, clock, () -> ZONE);
        feature = new TrackingFeature(
                erpFeature.customers(),
                erpFeature.connection(),
                database,
                () -> built[0],
                events,
                audit,
                source,
                outbound,
                access.tokens(),
                access.throttle(),
                calls,
                clock,
                () -> ZONE);
        var kinds = new ArrayList<TaskKind<?>>(erpFeature.taskKinds());
        kinds.addAll(feature.taskKinds());
        tasks = new Tasks(database, events, clock, kinds);
        built[0] = tasks;
        events.on(TaskChanged.class, changes::add);
        erpFeature.start();
        feature.start();
        tasks.start();
        var routes = new ArrayList<>(feature.routes());
        routes.addAll(more);
        var web = new WebServer(
                new WebSettings(
                        "127.0.0.1", 0, java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), false, ZONE, false),
                Optional.empty(),
                Optional.empty(),
                routes,
                List.of(),
                access.tokens(),
                new SimpleMeterRegistry(),
                calls,
                clock);
        server = TestServer.around(web);
    }

    public void forward(Duration time) {
        clock.offset = clock.offset.plus(time);
    }

    public Instant now() {
        return clock.instant();
    }

    /// Logs a WeChat user in by a fresh code; the token.
    public String login(String openid) {
        var code = "code-" + ++codes + "-" + openid;
        wechat.code(code, openid);
        var got = server.post("/api/auth/wx-login", "", "{\"code\":\"" + code + "\"}");
        if (got.status() != 200) throw new AssertionError(got.text());
        return got.json().at("/data/token").stringValue();
    }

    /// Logs in and binds; the token.
    public String bound(String openid, String inviteCode) {
        var token = login(openid);
        var got = server.post("/api/auth/bind-company", token, "{\"inviteCode\":\"" + inviteCode + "\"}");
        if (!got.json().get("success").booleanValue()) throw new AssertionError(got.text());
        return token;
    }

    /// Synchronises, and waits until the orders are derived and messages are sent.
    public void sync(int daysBack) {
        try {
            erpFeature.sync().runNow(Caller.system(), daysBack, 30, true, progress -> {});
            awaitTasks();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until no task of tracking is left.
    public void awaitTasks() throws InterruptedException {
        while (isBusy()) {
            if (changes.poll(30, TimeUnit.SECONDS) == null) throw new AssertionError("the tasks do not move");
        }
    }

    private boolean isBusy() {
        return !tasks.list(org.gemba.platform.tasks.TaskFilter.newest(10)
                        .inStates(TaskRecord.State.QUEUED, TaskRecord.State.RUNNING))
                .isEmpty();
    }

    @Override
    public void close() {
        server.close();
        tasks.close();
        feature.stop();
        erpFeature.stop();
        access.stop();
        database.close();
        outbound.close();
        wechat.close();
        erp.close();
    }
}
