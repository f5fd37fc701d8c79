package org.gemba.kpi.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.gemba.fx.Language;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.grid.GridColumn;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.calc.Delivery.Standing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The columns of the rows behind a figure.
final class RowColumns {
    private RowColumns() {}

    static List<GridColumn<KpiRow>> of(KpiName kpi, Language language) {
        return switch (kpi) {
            case EFFICIENCY, PERFORMANCE, OEE, PPM, RTY -> entries(language);
            case AVAILABILITY -> stops(language);
            case FPY, DPMO -> inspections();
            case ABSENTEEISM -> people(language);
            case ON_TIME_DELIVERY -> promises();
            case WIP_AGING -> work();
        };
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static GridColumn<KpiRow> day() {
        return GridColumn.<KpiRow>day("day", "kpi.book.day", KpiRow::day).width(7);
    }

    private static GridColumn<KpiRow> order() {
        return GridColumn.<KpiRow>text("order", "kpi.book.order", KpiRow::workOrderId)
                .width(14);
    }

    private static <R extends KpiRow> GridColumn<KpiRow> number(
            String id, String key, Class<R> type, Function<R, ? extends @Nullable Number> value) {
        return GridColumn.number(id, key, row -> value.apply(type.cast(row)));
    }

    private static <R extends KpiRow> GridColumn<KpiRow> text(
            String id, String key, Class<R> type, Function<R, @Nullable String> value) {
        return GridColumn.text(id, key, row -> value.apply(type.cast(row)));
    }

    private static List<GridColumn<KpiRow>> entries(Language language) {
        var type = KpiRow.Entry.class;
        return List.of(
                day(),
                order(),
                text("style", "kpi.book.style", type, KpiRow.Entry::style).width(10),
                number("units", "kpi.book.units", type, KpiRow.Entry::units).withTotal(),
                number("defective", "kpi.book.defective", type, KpiRow.Entry::defective)
                        .withTotal(),
                number("run", "kpi.book.run", type, KpiRow.Entry::runHours).withTotal(),
                number("assigned", "kpi.book.assigned", type, KpiRow.Entry::assigned),
                number(
                        "standard",
                        "kpi.book.standard",
                        type,
                        row -> row.cycleTime().hours()),
                text(
                                "source",
                                "kpi.book.standardsource",
                                type,
                                row -> language.now(
                                        "kpi.source." + row.cycleTime().source().id()))
                        .width(13),
                number(
                        "efficiency",
                        "kpi.book.efficiency",
                        type,
                        row -> row.efficiency().orElse(null)),
                number(
                        "performance",
                        "kpi.book.performance",
                        type,
                        row -> row.performance().orElse(null)),
                text("notes", "kpi.book.notes", type, KpiRow.Entry::notes).width(16));
    }

    private static List<GridColumn<KpiRow>> stops(Language language) {
        var type = KpiRow.Stop.class;
        return List.of(
                day(),
                order(),
                text("shift", "kpi.book.shift", type, row -> language.now("kpi.shift." + lower(row.shift())))
                        .width(8),
                text("reason", "kpi.book.reason", type, row -> language.now("kpi.reason." + lower(row.reason())))
                        .width(15),
                number("minutes", "kpi.book.minutes", type, KpiRow.Stop::minutes)
                        .withTotal(),
                text("notes", "kpi.book.notes", type, KpiRow.Stop::notes).width(20));
    }

    private static List<GridColumn<KpiRow>> inspections() {
        var type = KpiRow.Inspected.class;
        return List.of(
                day(),
                order(),
                text("operation", "kpi.book.operation", type, KpiRow.Inspected::operation),
                number("inspected", "kpi.book.inspected", type, KpiRow.Inspected::inspected)
                        .withTotal(),
                number("passed", "kpi.book.passed", type, KpiRow.Inspected::passed)
                        .withTotal(),
                number("defective", "kpi.book.defective", type, KpiRow.Inspected::defective)
                        .withTotal(),
                number("defects", "kpi.book.defects", type, KpiRow.Inspected::defects)
                        .withTotal(),
                number("rework", "kpi.book.rework", type, KpiRow.Inspected::rework),
                number("repair", "kpi.book.repair", type, KpiRow.Inspected::repair));
    }

    private static List<GridColumn<KpiRow>> people(Language language) {
        var type = KpiRow.Person.class;
        return List.of(
                day(),
                text("employee", "kpi.book.employee", type, KpiRow.Person::employeeId),
                text("shift", "kpi.book.shift", type, row -> language.now("kpi.shift." + lower(row.shift())))
                        .width(8),
                number("scheduled", "kpi.book.scheduled", type, KpiRow.Person::scheduledHours)
                        .withTotal(),
                number("absent", "kpi.book.absent", type, KpiRow.Person::absenceHours)
                        .withTotal(),
                number("uncovered", "kpi.book.uncovered", type, KpiRow.Person::uncoveredHours)
                        .withTotal(),
                text(
                                "absence",
                                "kpi.book.absence",
                                type,
                                row -> row.type() == null ? null : language.now("kpi.absence." + lower(row.type())))
                        .width(14));
    }

    private static List<GridColumn<KpiRow>> promises() {
        return List.of(
                GridColumn.<KpiRow>day("day", "kpi.ui.promised", KpiRow::day),
                order(),
                GridColumn.<KpiRow>day("shipped", "kpi.ui.shipped", row -> ((KpiRow.Promise) row).shipped()),
                GridColumn.<KpiRow>status(
                                "standing", "kpi.book.status", row -> standing(((KpiRow.Promise) row).standing()))
                        .width(10));
    }

    private static Status standing(Standing standing) {
        return switch (standing) {
            case LATE -> new Status("late", "kpi.standing.late", Tone.LATE, MaterialDesignC.CLOCK_ALERT_OUTLINE, 0);
            case NOT_YET_DUE -> new Status("open", "kpi.standing.open", Tone.QUIET, MaterialDesignC.CLOCK_OUTLINE, 1);
            case ON_TIME ->
                new Status("ontime", "kpi.standing.ontime", Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 2);
        };
    }

    private static List<GridColumn<KpiRow>> work() {
        var type = KpiRow.InWork.class;
        return List.of(
                GridColumn.<KpiRow>day("day", "kpi.ui.begun", KpiRow::day),
                order(),
                number("inwip", "kpi.ui.inwip", type, KpiRow.InWork::inWip),
                number("onhold", "kpi.ui.onhold", type, KpiRow.InWork::onHold),
                number("active", "kpi.ui.active", type, row -> row.inWip() - row.onHold()));
    }
}
