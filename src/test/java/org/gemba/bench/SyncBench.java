package org.gemba.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.BulkDocuments;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.erp.ErpFeature;
import org.gemba.erp.SyncRun;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.Tasks;

/// How many documents a second come from a simulated ERP over loopback HTTP and are on the disk, first into an empty
/// database and then once more into the full one. The ERP computes its rows in the same process and shares its heap and
/// its processors, so the figure is a lower bound. Run with `-Xmx512m`.
public final class SyncBench {
    private static final int MTOS = 10_054;

    private SyncBench() {}

    /// @param arguments how many MTOs of 93 documents; 10,054 when none is given
    public static void main(String[] arguments) throws Exception {
        int mtos = arguments.length == 0 ? MTOS : Integer.parseInt(arguments[0]);
        var today = LocalDate.now(ZoneOffset.UTC);
        var documents = new BulkDocuments(mtos, today.minusDays(360), 360);
        var folder = Files.createTempDirectory("sync-bench");
        try (var simulator = K3CloudSimulator.start(documents);
                var database = TestDatabase.open(folder);
                var outbound = new Outbound(new SimpleMeterRegistry(), "bench")) {
            System.out.printf(
                    "%,d documents of %,d MTOs, heap %d MB, %d processors%n",
                    documents.size(),
                    mtos,
                    Runtime.getRuntime().maxMemory() >> 20,
                    Runtime.getRuntime().availableProcessors());
            measure(simulator, database, outbound, folder);
        }
    }

    private static void measure(K3CloudSimulator simulator, Database database, Outbound outbound, Path folder)
            throws Exception {
        var account = simulator.account();
        var settings = new HashMap<String, String>();
        settings.put("KINGDEE_SERVER_URL", simulator.url().toString());
        settings.put("KINGDEE_ACCT_ID", account.accountId());
        settings.put("KINGDEE_USER_NAME", account.userName());
        settings.put("KINGDEE_APP_ID", account.appId());
        settings.put("KINGDEE_APP_SEC", account.appSecret());
        var clock = Clock.systemUTC();
        var events = new Events();
        var built = new Tasks[1];
        var erp = new ErpFeature(
                database,
                () -> built[0],
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.ofNullable(settings.get(name))),
                outbound,
                clock,
                () -> ZoneId.of("UTC"));
        try (var tasks = new Tasks(database, events, clock, erp.taskKinds())) {
            built[0] = tasks;
            erp.start();
            tasks.start();
            run("into an empty database", erp, folder);
            run("the same once more", erp, folder);
        }
        erp.stop();
    }

    private static void run(String what, ErpFeature erp, Path folder) throws Exception {
        long begin = System.nanoTime();
        var before = cpu();
        SyncRun run = erp.sync().runNow(Caller.system(), 365, 7, false, progress -> {});
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %s, %,d documents in %.1f s = %,.0f documents/s (%.1f s of processor time, the simulator's included); file %d MB%n",
                what,
                run.status(),
                run.documents(),
                seconds,
                run.documents() / seconds,
                cpu().minus(before).toMillis() / 1e3,
                Files.size(folder.resolve("gemba.mv.db")) >> 20);
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
