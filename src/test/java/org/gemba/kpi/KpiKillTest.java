package org.gemba.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gemba.access.Caller;
import org.gemba.kpi.data.EntryDayTable;
import org.gemba.kpi.data.EntryTable;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.kill.Victim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KpiKillTest {
    private static final int KILLS = 2;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    @Timeout(120)
    void nothingAcknowledgedIsLostAndNoRowIsEnteredTwice() throws Exception {
        try (var stand = new KpiStand(folder)) {
            stand.order(KpiStand.BOOT, KpiVictim.ORDER, "0.25");
        }
        var entries = new ArrayList<String>();
        var batches = new ArrayList<String>();
        for (int round = 0; round < KILLS; round++) {
            try (var victim = Victim.start(KpiVictim.class, folder.toString())) {
                victim.awaitReady();
                for (var line : victim.killAfter(300 + random.nextInt(900))) {
                    var words = line.split(" ");
                    (words[0].equals("entry") ? entries : batches).add(words[1]);
                }
            }
        }
        assertThat(entries).hasSizeGreaterThan(KILLS);
        try (var stand = new KpiStand(TestDatabase.open(folder))) {
            check(stand, entries, batches);
        }
    }

    private void check(KpiStand stand, List<String> entries, List<String> batches) {
        var rows = new HashMap<String, List<Integer>>();
        var stored = new ArrayList<String>();
        var sums = new HashMap<List<Object>, EntryDay>();
        for (var batch : stand.feature.batches().list(Caller.system(), 1_000)) {
            boolean wasReceived = batch.startedAt() != null || batches.contains(batch.batchId());
            if (!wasReceived) continue;
            var done = stand.awaitEnd(Caller.system(), batch.batchId());
            assertThat(done.status()).as("seed %d", seed).isEqualTo(BatchStatus.COMPLETED);
            assertThat(done.processed()).isEqualTo(KpiVictim.ROWS);
        }
        var all = new EntryFilter(null, null, null, null, null, Integer.MAX_VALUE, 0);
        stand.database.read(handle -> {
            EntryTable.each(handle, all, entry -> {
                if (entry.batchId() == null) stored.add(entry.entryId().toString());
                else
                    rows.computeIfAbsent(entry.batchId(), id -> new ArrayList<>())
                            .add(entry.unitsProduced());
                sums.merge(List.of(entry.shiftDate(), entry.shiftType()), EntryDay.of(entry), EntryDay::plus);
            });
            return 0;
        });
        assertThat(stored).as("seed %d", seed).containsAll(entries);
        assertThat(rows.keySet()).as("seed %d", seed).containsAll(batches);
        var each = IntStream.range(0, KpiVictim.ROWS).boxed().toList();
        rows.values().forEach(units -> assertThat(units).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(each));
        var kept = stand.database.read(handle -> EntryDayTable.between(handle, null, null, null));
        assertThat(kept).hasSameSizeAs(sums.values());
        for (var day : kept) {
            var sum = sums.get(List.of(day.shiftDate(), day.shiftType()));
            assertThat(day.entries()).as("seed %d", seed).isEqualTo(sum.entries());
            assertThat(day.unitsProduced()).isEqualTo(sum.unitsProduced());
            assertThat(day.labourMinutes()).isEqualByComparingTo(sum.labourMinutes());
        }
    }
}
