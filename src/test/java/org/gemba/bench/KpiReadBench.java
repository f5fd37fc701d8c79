package org.gemba.bench;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.gemba.access.Caller;
import org.gemba.kpi.Client;
import org.gemba.kpi.ClientKind;
import org.gemba.kpi.DataQualityService;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.KpiChange;
import org.gemba.kpi.KpiScope;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.Priority;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.ReportService;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.kpi.data.ClientTable;
import org.gemba.kpi.data.EntryTable;
import org.gemba.kpi.data.WorkOrderTable;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;

/// How fast figures and reports are made from a year of 50 clients with 500 entries a day in all, and from one client
/// that has 500 entries a day alone. Run `main`; prints rows of a table. `-Dclients=`, `-Ddays=`, `-Dentries=`.
final class KpiReadBench {
    private static final int CLIENTS = Integer.getInteger("clients", 50);
    private static final int DAYS = Integer.getInteger("days", 365);
    private static final int ENTRIES = Integer.getInteger("entries", 500);
    private static final int LARGE = Integer.getInteger("large", 500);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final Instant NOW = Instant.parse("2025-12-31T20:00:00Z");
    private static final int ORDER_DAYS = 14;

    private final Database database;
    private final Random random = new Random(1);
    private long next = EntryId.of(NOW.minus(Duration.ofDays(400)), 1).number();

    private KpiReadBench(Database database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = TestDatabase.open(Files.createTempDirectory("kpi-read-bench"))) {
            var bench = new KpiReadBench(database);
            long begin = System.nanoTime();
            for (int client = 0; client < CLIENTS; client++)
                bench.fill("CLIENT-" + client, Math.max(1, ENTRIES / CLIENTS));
            if (LARGE > 0) bench.fill("LARGE", LARGE);
            System.out.printf("filled in %.0f s%n", (System.nanoTime() - begin) / 1e9);
            bench.measure();
        }
        System.exit(0);
    }

    private void fill(String client, int entriesADay) {
        database.write(handle -> {
            ClientTable.insert(
                    handle,
                    new Client(client, client, null, ZoneOffset.UTC, ClientKind.HOURLY_RATE, true, NOW, "bench", 1));
            return client;
        });
        int lines = Math.max(2, entriesADay / 8);
        var orders = new long[lines];
        var batch = new ArrayList<ProductionEntry>();
        for (int day = 0; day < DAYS; day++) {
            var date = LAST.minusDays(DAYS - 1L - day);
            if (day % ORDER_DAYS == 0)
                for (int line = 0; line < lines; line++) orders[line] = order(client, line, date);
            for (int i = 0; i < entriesADay; i++) batch.add(entry(client, orders[i % lines], date, i));
            if (batch.size() >= 1000 || day == DAYS - 1) {
                var full = List.copyOf(batch);
                database.writeBulk(handle -> {
                    EntryTable.insertAll(handle, full);
                    return full.size();
                });
                batch.clear();
            }
        }
    }

    private long order(String client, int line, LocalDate date) {
        boolean isOver = date.plusDays(ORDER_DAYS).isBefore(LAST);
        var since = (isOver ? date.plusDays(ORDER_DAYS) : date)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var order = new WorkOrder(
                0,
                client,
                date + "-L" + line,
                "STYLE-" + line % 12,
                2_000,
                date,
                date.plusDays(ORDER_DAYS),
                null,
                null,
                null,
                line % 5 == 4 ? null : new BigDecimal("0.25"),
                Priority.STANDARD,
                null,
                null,
                null,
                isOver ? WorkOrderStatus.COMPLETED : WorkOrderStatus.ACTIVE,
                since,
                null,
                null,
                since,
                "bench",
                since,
                "bench",
                1);
        return database.write(handle -> WorkOrderTable.insert(handle, order));
    }

    private ProductionEntry entry(String client, long order, LocalDate date, int index) {
        return new ProductionEntry(
                new EntryId(next++),
                client,
                order,
                null,
                date,
                index % 2 == 0 ? ShiftType.SHIFT_1ST : ShiftType.SHIFT_2ND,
                "SEWING",
                80 + random.nextInt(60),
                random.nextInt(4),
                new BigDecimal("8.5"),
                8 + random.nextInt(4),
                8,
                new BigDecimal("9"),
                random.nextInt(40),
                index % 10 == 0 ? "材料晚到 Material came late" : null,
                EntryMethod.API,
                null,
                EntryState.RECORDED,
                NOW,
                "USR-002",
                "operator1",
                null,
                null,
                null,
                null,
                1);
    }

    private void measure() throws Exception {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var events = new Events();
        var texts = new Texts(List.of("kpi"));
        var figures = new KpiService(database, events, clock);
        var reports = new ReportService(database, figures, new DataQualityService(database, figures), clock);
        var caller = Caller.system();
        for (var client : LARGE > 0 ? List.of("CLIENT-7", "LARGE") : List.of("CLIENT-7")) {
            for (int days : new int[] {30, 90}) {
                cold("/kpi/all " + days + " days, " + client, 60, () -> {
                    events.publish(new KpiChange.StandardsChanged(client));
                    figures.board(caller, scope(List.of(client), days));
                });
            }
        }
        var all = new ArrayList<String>();
        for (int client = 0; client < CLIENTS; client++) all.add("CLIENT-" + client);
        cold("/kpi/all 30 days, all clients", 10, () -> {
            events.publish(new KpiChange.StandardsChanged("CLIENT-1"));
            figures.board(caller, scope(all, 30));
        });
        cold("/kpi/all 90 days from memory", 2_000, () -> figures.board(caller, scope(List.of("CLIENT-7"), 90)));
        var printer = new DailyPrinter(new Reports(), texts);
        long begin = System.nanoTime();
        printer.print(reports.daily(caller, "CLIENT-7", LAST), Locale.ENGLISH, true)
                .writePdf(OutputStream.nullOutputStream());
        System.out.printf("daily PDF, the very first: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        for (var client : LARGE > 0 ? List.of("CLIENT-7", "LARGE") : List.of("CLIENT-7")) {
            cold("daily PDF, " + client, 8, () -> {
                events.publish(new KpiChange.StandardsChanged(client));
                printer.print(reports.daily(caller, client, LAST), Locale.ENGLISH, true)
                        .writePdf(OutputStream.nullOutputStream());
            });
        }
        var writer = new WorkbookWriter(texts);
        cold(
                "Excel three months, one client",
                5,
                () -> writer.write(
                        reports.workbook(caller, scope(List.of("CLIENT-7"), 92)),
                        Locale.ENGLISH,
                        OutputStream.nullOutputStream()));
        cold(
                "Excel three months, all clients",
                2,
                () -> writer.write(
                        reports.workbook(caller, scope(all, 92)), Locale.ENGLISH, OutputStream.nullOutputStream()));
        if (LARGE > 0)
            cold(
                    "Excel three months, LARGE",
                    2,
                    () -> writer.write(
                            reports.workbook(caller, scope(List.of("LARGE"), 92)),
                            Locale.ENGLISH,
                            OutputStream.nullOutputStream()));
        System.out.printf(
                "heap after: %d MB of %d%n", used(), Runtime.getRuntime().maxMemory() >> 20);
    }

    private static long used() {
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static KpiScope scope(List<String> clients, int days) {
        return new KpiScope(clients, LAST.minusDays(days - 1L), LAST, null);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void cold(String what, int rounds, Step step) throws Exception {
        var times = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            step.run();
            times[i] = System.nanoTime() - begin;
        }
        long first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
                what, times[rounds / 2] / 1e6, times[Math.min(rounds - 1, rounds * 95 / 100)] / 1e6, first / 1e6);
    }
}
