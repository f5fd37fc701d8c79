package org.gemba.kpi;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemba.platform.db.TestDatabase;

/// Enters entries from several threads and uploads files, and says each entry and each batch once it was acknowledged.
final class KpiVictim {
    static final int ROWS = 400;
    static final String ORDER = "WO-KILL";
    private static final int THREADS = 3;

    private KpiVictim() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var stand = new KpiStand(TestDatabase.open(Path.of(args[0])));
        var operator = KpiStand.operator(KpiStand.BOOT);
        out.println("ready");
        IntStream.range(0, THREADS)
                .forEach(thread -> Thread.ofPlatform().start(() -> {
                    while (true) {
                        var asked = KpiStand.entry(ORDER, KpiStand.BOOT_TODAY.minusDays(thread));
                        var line = stand.feature.entries().record(operator, asked, EntryMethod.API);
                        out.println("entry " + line.entry().entryId());
                    }
                }));
        while (true) {
            var csv = IntStream.range(0, ROWS)
                    .mapToObj(row -> ORDER + ",2025-12-01,SHIFT_2ND," + row + ",8,10")
                    .collect(Collectors.joining(
                            "\n",
                            "work_order_id,shift_date,shift_type,units_produced,run_time_hours,employees_assigned\n",
                            "\n"));
            var receipt =
                    stand.feature.batches().upload(operator, "kill.csv", csv.getBytes(StandardCharsets.UTF_8), false);
            out.println("batch " + receipt.batch().batchId());
        }
    }
}
