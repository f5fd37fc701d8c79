package org.gemba.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gemba.kpi.KpiStand;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.data.EntryRules;
import org.gemba.kpi.data.EntryTable;
import org.gemba.web.TestServer;

/// What an entry costs over HTTP, and how soon a file of 1,000 rows is entered while others go on working. The first
/// argument is how many entries there are already, 200000 without.
public final class KpiWriteBench {
    private static final String OPERATOR = "operator_dataentry:BOOT-LINE-A";
    private static final String ENTRY = """
            {"work_order_id":"WO-1","shift_date":"2025-12-15","shift_type":"SHIFT_1ST","units_produced":100,
             "units_defective":2,"run_time_hours":8.5,"employees_assigned":10}""";

    private KpiWriteBench() {}

    public static void main(String[] arguments) throws Exception {
        int before = arguments.length == 0 ? 200_000 : Integer.parseInt(arguments[0]);
        var folder = Files.createTempDirectory("kpi-bench");
        try (var stand = new KpiStand(folder);
                var server = stand.server()) {
            stand.order(KpiStand.BOOT, "WO-1", "0.25");
            stand.order(KpiStand.BOOT, "WO-2", null);
            fill(stand, before);
            entries(server, 300);
            System.out.println("entry: " + told(entries(server, 1_500)));
            batch(server, stand);
            batch(server, stand);
        }
        delete(folder);
    }

    private static void fill(KpiStand stand, int count) {
        var order = stand.feature
                .workOrders()
                .find(KpiStand.operator(KpiStand.BOOT), "WO-2", null)
                .order();
        for (int from = 0; from < count; from += 1_000) {
            int first = from;
            stand.database.writeBulk(handle -> {
                var client = org.gemba.kpi.data.ClientTable.find(handle, KpiStand.BOOT)
                        .orElseThrow();
                var place = new EntryRules.Place(client, order, null);
                EntryTable.insertAll(
                        handle,
                        IntStream.range(first, Math.min(count, first + 1_000))
                                .mapToObj(i -> entry(place, i))
                                .toList());
                return first;
            });
        }
    }

    private static ProductionEntry entry(EntryRules.Place place, int number) {
        var day = KpiStand.BOOT_TODAY.minusDays(number % 365);
        var created = day.atStartOfDay(KpiStand.ZONE).toInstant().minusSeconds(number / 365L);
        return EntryRules.entry(
                KpiStand.entry("WO-2", day),
                place,
                org.gemba.kpi.EntryId.of(created, 1),
                created,
                KpiStand.operator(KpiStand.BOOT),
                org.gemba.kpi.EntryMethod.SYSTEM_IMPORT,
                null);
    }

    private static long[] entries(TestServer server, int count) {
        return LongStream.range(0, count)
                .map(i -> {
                    long begin = System.nanoTime();
                    var got = server.post("/api/v1/production/entry", OPERATOR, ENTRY);
                    if (got.status() != 201) throw new IllegalStateException(got.text());
                    return System.nanoTime() - begin;
                })
                .toArray();
    }

    private static void batch(TestServer server, KpiStand stand) throws InterruptedException {
        var csv = IntStream.range(0, 1_000)
                .mapToObj(i -> "WO-1,2025-12-%02d,SHIFT_1ST,%d,1,8.5,10,row %d".formatted(1 + i % 15, 100 + i, i))
                .collect(Collectors.joining(
                        "\n",
                        "work_order_id,shift_date,shift_type,units_produced,units_defective,run_time_hours,"
                                + "employees_assigned,notes\n",
                        "\n"));
        var others = new long[10_000];
        var count = new java.util.concurrent.atomic.AtomicInteger();
        var over = new java.util.concurrent.atomic.AtomicBoolean();
        var other = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                others[count.get()] = entries(server, 1)[0];
                count.incrementAndGet();
            }
        });
        long begin = System.nanoTime();
        var got = org.gemba.kpi.http.Uploads.csv(server, "/api/v1/production/batch", OPERATOR, csv);
        long received = System.nanoTime();
        var id = got.json().get("batch_id").stringValue();
        stand.awaitEnd(KpiStand.operator(KpiStand.BOOT), id);
        long done = System.nanoTime();
        over.set(true);
        other.join();
        System.out.printf(
                "batch of 1000: accepted after %d ms, completed after %d ms; entries beside it: %s%n",
                (received - begin) / 1_000_000, (done - begin) / 1_000_000, told(Arrays.copyOf(others, count.get())));
    }

    private static String told(long[] times) {
        Arrays.sort(times);
        return "%d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(
                        times.length,
                        times[times.length / 2] / 1e6,
                        times[(int) (times.length * 0.95)] / 1e6,
                        times[(int) (times.length * 0.99)] / 1e6,
                        times[times.length - 1] / 1e6);
    }

    private static void delete(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
