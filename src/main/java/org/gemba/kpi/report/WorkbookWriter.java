package org.gemba.kpi.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiBoard;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.KpiValue;
import org.gemba.kpi.WorkbookSource;
import org.gemba.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/// Writes the production workbook: figures against targets, figures by day with charts, every entry, downtime, quality,
/// attendance. A figure that is not known is an empty cell with the word beside it, never a zero.
public final class WorkbookWriter {
    private static final List<KpiName> DAILY = List.of(
            KpiName.EFFICIENCY,
            KpiName.PERFORMANCE,
            KpiName.AVAILABILITY,
            KpiName.OEE,
            KpiName.FPY,
            KpiName.PPM,
            KpiName.DPMO,
            KpiName.ABSENTEEISM);
    private static final int CHART_COLUMN = 13;

    private final Texts texts;

    public WorkbookWriter(Texts texts) {
        this.texts = texts;
    }

    /// Leaves the stream open.
    public void write(WorkbookSource source, Locale locale, OutputStream out) throws IOException {
        var words = new KpiWords(texts, locale);
        try (var book = new Book()) {
            summary(book, words, source);
            byDay(book, words, source);
            entries(book, words, source);
            downtime(book, words, source.stops());
            quality(book, words, source.inspections());
            attendance(book, words, source.attendance());
            book.write(out);
        }
    }

    private static List<String> headings(KpiWords words, String... names) {
        return Stream.of(names).map(name -> words.text("kpi.book." + name)).toList();
    }

    private static void summary(Book book, KpiWords words, WorkbookSource source) {
        var lines = book.lines(
                words.text("kpi.book.summary"),
                headings(words, "client", "figure", "value", "unit", "target", "variance", "status", "note"),
                16,
                34,
                12,
                8,
                10,
                12,
                12,
                40);
        for (var board : source.boards()) {
            for (var kpi : KpiName.values()) {
                figure(lines, words, board, words.name(kpi), board.value(kpi));
                if (kpi == KpiName.ON_TIME_DELIVERY)
                    figure(lines, words, board, words.text("kpi.report.trueotd"), board.trueOtd());
            }
        }
        lines.end();
    }

    private static void figure(Book.Lines lines, KpiWords words, KpiBoard board, String name, KpiValue value) {
        lines.add(
                board.scope().clientId(),
                name,
                value.shown().orElse(null),
                words.unitName(value.kpi()),
                value.target(),
                value.variance(KpiValue.decimals(value.kpi())).orElse(null),
                value.isKnown() ? words.state(value.state()) : words.text("kpi.report.unknown"),
                value.isInferred() ? words.estimate(value) : "");
    }

    private static void byDay(Book book, KpiWords words, WorkbookSource source) {
        var sheet = book.charted(words.text("kpi.book.byday"));
        var headings = new ArrayList<>(headings(words, "day", "client", "units", "defective"));
        DAILY.forEach(kpi -> headings.add(words.name(kpi)));
        var lines = book.lines(sheet, headings, 12, 16, 10, 10, 12, 13, 13, 12, 16, 14, 16, 12);
        for (var client : source.scope().clientIds()) day(lines, source, client);
        lines.end();
        if (source.scope().clientIds().size() > 1) return;
        BookCharts.lines(
                sheet,
                new BookCharts.Place(CHART_COLUMN, 1, CHART_COLUMN + 10, 19),
                words.text("kpi.book.chart.efficiency"),
                lines.count(),
                0,
                4,
                6,
                7);
        BookCharts.bars(
                sheet,
                new BookCharts.Place(CHART_COLUMN, 21, CHART_COLUMN + 10, 39),
                words.text("kpi.book.chart.units"),
                lines.count(),
                0,
                2);
    }

    private static void day(Book.Lines lines, WorkbookSource source, String client) {
        var days = new TreeMap<LocalDate, @Nullable Object[]>();
        for (int i = 0; i < DAILY.size(); i++) {
            for (var point : source.daily(client, DAILY.get(i)).points()) {
                var made = point.totals().production();
                var row = days.computeIfAbsent(point.date(), day -> {
                    var cells = new @Nullable Object[4 + DAILY.size()];
                    cells[0] = day.toString();
                    cells[1] = client;
                    cells[2] = made.units();
                    cells[3] = made.defective();
                    return cells;
                });
                row[4 + i] = point.value().shown().orElse(null);
            }
        }
        days.values().forEach(lines::add);
    }

    private static void entries(Book book, KpiWords words, WorkbookSource source) {
        var headings = headings(
                words,
                "day",
                "shift",
                "client",
                "entry",
                "order",
                "style",
                "job",
                "operation",
                "units",
                "defective",
                "run",
                "scheduled",
                "downtime",
                "assigned",
                "present",
                "standard",
                "standardsource",
                "efficiency",
                "performance",
                "verified",
                "by",
                "notes");
        var sheets = new EntrySheets(book, words, headings);
        source.entries(sheets::add);
        sheets.end();
    }

    /// Begins a further sheet where one is full.
    private static final class EntrySheets {
        private final Book book;
        private final KpiWords words;
        private final List<String> headings;
        private Book.Lines lines;
        private int sheets = 1;

        EntrySheets(Book book, KpiWords words, List<String> headings) {
            this.book = book;
            this.words = words;
            this.headings = headings;
            this.lines = next();
        }

        private Book.Lines next() {
            var name = words.text("kpi.book.entries");
            return book.lines(
                    sheets == 1 ? name : name + " " + sheets,
                    headings,
                    12,
                    9,
                    16,
                    27,
                    26,
                    18,
                    18,
                    14,
                    10,
                    10,
                    9,
                    10,
                    11,
                    10,
                    10,
                    10,
                    26,
                    12,
                    13,
                    9,
                    14,
                    50);
        }

        void add(KpiRow.Entry entry) {
            if (lines.count() == Book.MOST_ROWS) {
                lines.end();
                sheets++;
                lines = next();
            }
            lines.add(
                    entry.day(),
                    words.shift(entry.shift()),
                    entry.clientId(),
                    entry.entryId(),
                    entry.workOrderId(),
                    entry.style(),
                    entry.jobId(),
                    entry.operation(),
                    entry.units(),
                    entry.defective(),
                    entry.runHours(),
                    entry.scheduledHours(),
                    entry.downtimeMinutes(),
                    entry.assigned(),
                    entry.present(),
                    entry.cycleTime().hours(),
                    entry.cycleTime().source().id(),
                    entry.efficiency().orElse(null),
                    entry.performance().orElse(null),
                    words.text(entry.isVerified() ? "kpi.book.yes" : "kpi.book.no"),
                    entry.createdBy(),
                    entry.notes());
        }

        void end() {
            lines.end();
        }
    }

    private static void downtime(Book book, KpiWords words, List<KpiRow.Stop> stops) {
        var sheet = book.charted(words.text("kpi.book.downtimebyreason"));
        var sums = book.lines(sheet, headings(words, "reason", "minutes", "events", "share"), 24, 12, 10, 12);
        var minutes = new EnumMap<DowntimeReason, long[]>(DowntimeReason.class);
        long all = 0;
        for (var stop : stops) {
            var sum = minutes.computeIfAbsent(stop.reason(), reason -> new long[2]);
            sum[0] += stop.minutes();
            sum[1]++;
            all += stop.minutes();
        }
        long total = all;
        minutes.entrySet().stream()
                .sorted((one, two) -> Long.compare(two.getValue()[0], one.getValue()[0]))
                .forEach(each -> sums.add(
                        words.reason(each.getKey()),
                        each.getValue()[0],
                        each.getValue()[1],
                        share(each.getValue()[0], total)));
        sums.end();
        BookCharts.bars(
                sheet, new BookCharts.Place(5, 1, 15, 19), words.text("kpi.book.chart.downtime"), sums.count(), 0, 1);
        var lines = book.lines(
                words.text("kpi.book.downtimes"),
                headings(words, "day", "shift", "client", "order", "reason", "minutes", "notes"),
                12,
                9,
                16,
                26,
                22,
                10,
                50);
        for (var stop : stops) {
            lines.add(
                    stop.day(),
                    words.shift(stop.shift()),
                    stop.clientId(),
                    stop.workOrderId(),
                    words.reason(stop.reason()),
                    stop.minutes(),
                    stop.notes());
        }
        lines.end();
    }

    private static BigDecimal share(long some, long all) {
        return BigDecimal.valueOf(some)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(Math.max(1, all)), 2, RoundingMode.HALF_UP);
    }

    private static void quality(Book book, KpiWords words, List<KpiRow.Inspected> inspections) {
        var lines = book.lines(
                words.text("kpi.book.quality"),
                headings(
                        words,
                        "day",
                        "client",
                        "order",
                        "operation",
                        "inspected",
                        "passed",
                        "defective",
                        "defects",
                        "rework",
                        "repair",
                        "fpy"),
                12,
                16,
                26,
                14);
        for (var seen : inspections) {
            lines.add(
                    seen.day(),
                    seen.clientId(),
                    seen.workOrderId(),
                    seen.operation(),
                    seen.inspected(),
                    seen.passed(),
                    seen.defective(),
                    seen.defects(),
                    seen.rework(),
                    seen.repair(),
                    seen.inspected() == 0 ? null : share(seen.passed(), seen.inspected()));
        }
        lines.end();
    }

    private static void attendance(Book book, KpiWords words, List<KpiRow.Person> people) {
        var lines = book.lines(
                words.text("kpi.book.attendance"),
                headings(words, "day", "shift", "client", "employee", "scheduled", "absent", "uncovered", "absence"),
                12,
                9,
                16,
                16,
                12,
                12,
                12,
                24);
        for (var person : people) {
            var type = person.type();
            lines.add(
                    person.day(),
                    words.shift(person.shift()),
                    person.clientId(),
                    person.employeeId(),
                    person.scheduledHours(),
                    person.absenceHours(),
                    person.uncoveredHours(),
                    type == null ? "" : words.absence(type));
        }
        lines.end();
    }
}
