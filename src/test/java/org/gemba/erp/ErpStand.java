package org.gemba.erp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.DocumentSource;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.Tasks;

/// The ERP feature on a real database file, asking a simulated ERP. Its clock begins on 10 March 2026 and runs.
final class ErpStand implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final K3CloudSimulator simulator;
    final Database database;
    final Events events = new Events();
    final Map<String, String> settings = new HashMap<>();
    final ErpFeature feature;
    final Tasks tasks;
    private final LinkedBlockingQueue<TaskChanged> changes = new LinkedBlockingQueue<>();
    private final Outbound outbound = new Outbound(new SimpleMeterRegistry(), "test");

    ErpStand(Path folder, DocumentSource documents) {
        this(folder, K3CloudSimulator.start(documents));
    }

    ErpStand(Path folder, K3CloudSimulator simulator) {
        this(folder, simulator, Duration.between(Instant.now(), Instant.parse("2026-03-10T04:00:00Z")));
    }

    /// On a folder that another program left, by the real time.
    static ErpStand goingOn(Path folder, K3CloudSimulator simulator) {
        return new ErpStand(folder, simulator, Duration.ZERO);
    }

    private ErpStand(Path folder, K3CloudSimulator simulator, Duration ahead) {
        this.simulator = simulator;
        settings.put("KINGDEE_SERVER_URL", simulator.url().toString());
        settings.put("KINGDEE_ACCT_ID", simulator.account().accountId());
        settings.put("KINGDEE_USER_NAME", simulator.account().userName());
        settings.put("KINGDEE_APP_ID", simulator.account().appId());
        settings.put("KINGDEE_APP_SEC", simulator.account().appSecret());
        settings.put("KINGDEE_REQUEST_TIMEOUT", "2");
        var clock = Clock.offset(Clock.systemUTC(), ahead);
        database = TestDatabase.open(folder);
        var built = new Tasks[1];
        feature = new ErpFeature(
                database,
                () -> built[0],
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.ofNullable(settings.get(name))),
                outbound,
                clock.withZone(ZoneOffset.UTC),
                () -> ZONE);
        tasks = new Tasks(database, events, clock, feature.taskKinds());
        built[0] = tasks;
        events.on(TaskChanged.class, changes::add);
        feature.start();
        tasks.start();
    }

    void awaitNoSync() throws InterruptedException {
        while (feature.sync().status(Caller.system()).running()) {
            if (changes.poll(60, TimeUnit.SECONDS) == null) throw new AssertionError("the sync does not move");
            changes.clear();
        }
    }

    ErpDocuments documents() {
        return feature.documents();
    }

    SyncRun sync(int daysBack) {
        return sync(daysBack, false);
    }

    SyncRun sync(int daysBack, boolean force) {
        try {
            return feature.sync().runNow(Caller.system(), daysBack, 7, force, progress -> {});
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        tasks.close();
        feature.stop();
        database.close();
        outbound.close();
        simulator.close();
    }
}
