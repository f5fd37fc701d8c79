package org.gemba.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gemba.access.Caller;
import org.gemba.demo.k3cloud.BulkDocuments;
import org.gemba.demo.k3cloud.K3CloudSimulator;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.kill.Victim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SyncKillTest {
    private static final int KILLS = 20;
    private static final int MTOS = 200;
    private static final int DOCUMENTS_OF_AN_MTO = 93;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    @Timeout(240)
    void twentyKillsLeaveEachOrderWholeAndTheSyncEndsCompleted() throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        try (var simulator = K3CloudSimulator.start(new BulkDocuments(MTOS, today.minusDays(40), 40))) {
            var arguments = arguments(simulator);
            for (int kill = 0; kill < KILLS; kill++) {
                try (var victim = Victim.start(SyncVictim.class, arguments)) {
                    victim.awaitReady();
                    victim.killAfter(random.nextInt(600));
                }
                everyOrderIsWhole(kill);
            }
            assertThat(finished(simulator)).as("seed %d", seed).isEqualTo(SyncRun.Status.COMPLETED);
        }
        everyOrderIsWhole(KILLS);
    }

    private String[] arguments(K3CloudSimulator simulator) {
        var account = simulator.account();
        return List.of(
                        folder.toString(),
                        "KINGDEE_SERVER_URL=" + simulator.url(),
                        "KINGDEE_ACCT_ID=" + account.accountId(),
                        "KINGDEE_USER_NAME=" + account.userName(),
                        "KINGDEE_APP_ID=" + account.appId(),
                        "KINGDEE_APP_SEC=" + account.appSecret())
                .toArray(String[]::new);
    }

    /// Every stored number has all its documents: none of an earlier half, none lost.
    private void everyOrderIsWhole(int kill) {
        try (var database = TestDatabase.open(folder)) {
            Map<String, Integer> counts = database.read(handle -> {
                var found = new HashMap<String, Integer>();
                var sql = new ArrayList<String>();
                for (var table : List.of(
                        "sales_order",
                        "production_order",
                        "component",
                        "production_receipt",
                        "purchase_order",
                        "purchase_receipt",
                        "subcontract_order",
                        "pick",
                        "delivery")) {
                    sql.add("select mto_id from erp_" + table);
                }
                handle.createQuery("select coalesce(m.number, 'an order that is not there'), count(*) from ("
                                + String.join(" union all ", sql)
                                + ") d left join erp_mto m on m.id = d.mto_id group by m.number")
                        .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
                return found;
            });
            assertThat(counts.values())
                    .as("kill %d, seed %d", kill, seed)
                    .allMatch(count -> count == DOCUMENTS_OF_AN_MTO);
            if (kill == KILLS) assertThat(counts).as("seed %d", seed).hasSize(MTOS);
        }
    }

    /// The run that was killed goes on and ends; nothing stays running.
    private SyncRun.Status finished(K3CloudSimulator simulator) throws InterruptedException {
        try (var stand = ErpStand.goingOn(folder, simulator)) {
            stand.awaitNoSync();
            var runs = stand.feature.sync().history(Caller.system(), 100);
            assertThat(runs).noneMatch(run -> run.status() == SyncRun.Status.RUNNING);
            return runs.getFirst().status();
        }
    }
}
