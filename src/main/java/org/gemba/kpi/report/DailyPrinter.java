package org.gemba.kpi.report;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gemba.kpi.DailyReport;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiPoint;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.KpiValue;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Drawing;
import org.gemba.platform.print.PrintedDocument;
import org.gemba.platform.print.ReportTemplate;
import org.gemba.platform.print.Reports;
import org.jspecify.annotations.Nullable;

/// Prints the daily production report: figures against targets, charts, every entry, and in words what is missing.
public final class DailyPrinter {
    private static final ReportTemplate TEMPLATE =
            new ReportTemplate(DailyReport.class, "print/daily.jrxml", "org.gemba.kpi.messages");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Reports reports;
    private final Texts texts;

    public DailyPrinter(Reports reports, Texts texts) {
        this.reports = reports;
        this.texts = texts;
    }

    /// Takes seconds the first time.
    public PrintedDocument print(DailyReport report, Locale locale, boolean withCharts) {
        var words = new KpiWords(texts, locale);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var kpi : KpiName.values()) {
            rows.add(figure(
                    words,
                    words.name(kpi),
                    report.day().value(kpi),
                    report.week().value(kpi)));
            if (kpi == KpiName.ON_TIME_DELIVERY)
                rows.add(figure(
                        words,
                        words.text("kpi.report.trueotd"),
                        report.day().trueOtd(),
                        report.week().trueOtd()));
        }
        report.entries().forEach(entry -> rows.add(entry(words, entry)));
        if (!report.entries().isEmpty()) rows.add(total(words, report));
        new MissingWords(words).sentences(report).forEach(sentence -> rows.add(row("MISSING", "", sentence)));
        return reports.fill(TEMPLATE, locale, values(report, words, withCharts), rows);
    }

    private static Map<String, Object> values(DailyReport report, KpiWords words, boolean withCharts) {
        var zone = report.client().zone();
        return Map.of(
                "client",
                report.client().name() + " (" + report.client().clientId() + ")",
                "day",
                report.date().toString(),
                "made",
                words.text("kpi.report.made", TIME.format(report.madeAt().atZone(zone)), zone.getId()),
                "withCharts",
                withCharts,
                "trendTitle",
                words.text("kpi.report.trend", DailyReport.TREND_DAYS),
                "stopsTitle",
                words.text("kpi.report.stops", DailyReport.WEEK_DAYS),
                "trend",
                new Drawing(trend(report, words)),
                "stops",
                new Drawing(stops(report, words)));
    }

    private static TrendChart trend(DailyReport report, KpiWords words) {
        var points = new TreeMap<java.time.LocalDate, KpiPoint>();
        report.trend().points().forEach(point -> points.put(point.date(), point));
        var bars = new ArrayList<TrendChart.Bar>();
        for (var day = report.date().minusDays(DailyReport.TREND_DAYS - 1L);
                !day.isAfter(report.date());
                day = day.plusDays(1)) {
            var point = points.get(day);
            bars.add(new TrendChart.Bar(
                    day,
                    point == null ? null : point.value().shown().orElse(null),
                    point != null && point.value().isInferred()));
        }
        var target = report.trend().total().value().target();
        return new TrendChart(
                bars, target, target == null ? "" : words.text("kpi.report.targetline", words.number(target)));
    }

    private static ParetoChart stops(DailyReport report, KpiWords words) {
        var bars = report.stops().stream()
                .map(stop -> new ParetoChart.Bar(words.reason(stop.reason()), stop.minutes()))
                .toList();
        return new ParetoChart(bars, words.text("kpi.report.nostops"));
    }

    private static Map<String, @Nullable Object> figure(KpiWords words, String name, KpiValue day, KpiValue week) {
        return row(
                "KPI",
                day.state().name(),
                name,
                words.value(day),
                words.value(week),
                day.target() == null ? "–" : words.number(Objects.requireNonNull(day.target())),
                day.variance(KpiValue.decimals(day.kpi())).map(words::signed).orElse("–"),
                words.state(day.state()),
                day.isInferred() ? words.estimate(day) : "");
    }

    private static Map<String, @Nullable Object> entry(KpiWords words, KpiRow.Entry entry) {
        return row(
                "ENTRY",
                "",
                words.shift(entry.shift()),
                entry.workOrderId() + "\n" + entry.style(),
                entry.operation() == null ? "" : entry.operation(),
                words.count(entry.units()),
                words.count(entry.defective()),
                words.number(entry.runHours()),
                words.count(entry.assigned()),
                percent(
                        words,
                        entry.efficiency().orElse(null),
                        entry.cycleTime().source().isInferred()),
                percent(
                        words,
                        entry.performance().orElse(null),
                        entry.cycleTime().source().isInferred()),
                entry.notes() == null ? "" : entry.notes());
    }

    private static String percent(KpiWords words, @Nullable BigDecimal value, boolean isInferred) {
        return value == null ? words.text("kpi.report.unknown") : words.number(value) + (isInferred ? " ≈" : "");
    }

    private static Map<String, @Nullable Object> total(KpiWords words, DailyReport report) {
        var made = report.day().totals().production();
        return row(
                "ENTRY",
                "TOTAL",
                words.text("kpi.report.total"),
                words.text("kpi.report.entrycount", made.entries()),
                "",
                words.count(made.units()),
                words.count(made.defective()),
                words.hours(made.runMinutes()),
                words.count(made.assigned()),
                words.value(report.day().value(KpiName.EFFICIENCY)),
                words.value(report.day().value(KpiName.PERFORMANCE)),
                "");
    }

    private static Map<String, @Nullable Object> row(String section, String state, String... cells) {
        var names = List.of("name", "a", "b", "c", "d", "e", "f", "g", "h", "i");
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("section", section);
        row.put("state", state);
        for (int i = 0; i < cells.length; i++) row.put(names.get(i), cells[i]);
        return row;
    }
}
