package org.gemba.kpi.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.kpi.calc.Totals;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// The sums behind the figures, made by the database, one or a few rows a day.
final class FactSums {
    private static final String STANDARD_SHIFT = "shift_type in ('SHIFT_1ST', 'SHIFT_2ND')";

    /// What is asked for.
    ///
    /// @param orderId null for all orders
    record Scope(
            String clientId,
            LocalDate from,
            LocalDate to,
            @Nullable Long orderId) {
        Query query(Handle handle, String sql) {
            var query = handle.createQuery(sql)
                    .bind("client", clientId)
                    .bind("from", from)
                    .bind("to", to);
            return orderId == null ? query : query.bind("order", orderId);
        }

        String ofOrder(String column) {
            return orderId == null ? "" : " and " + column + " = :order";
        }
    }

    /// The production of one day: of all orders with a standard together, of those without by style.
    ///
    /// @param style null for the orders with a standard, whose earned hours stand in `earned`
    record Made(
            LocalDate day,
            @Nullable String style,
            long entries,
            long units,
            long defective,
            long assigned,
            BigDecimal earned,
            BigDecimal labourMinutes,
            BigDecimal shiftMinutes,
            BigDecimal runMinutes,
            BigDecimal plannedMinutes,
            BigDecimal plannedLineMinutes,
            long noted) {}

    private FactSums() {}

    static List<Made> made(Handle handle, Scope scope) {
        return scope.query(handle, """
                        select d.shift_date, case when o.ideal_cycle_time is null then o.style_model end style,
                            sum(d.entries) entries, sum(d.units_produced) units, sum(d.units_defective) defective,
                            sum(d.employees_assigned) assigned,
                            sum(d.units_produced * coalesce(o.ideal_cycle_time, 0)) earned,
                            sum(d.labour_minutes) labour, sum(d.shift_minutes) shift_length, sum(d.run_minutes) run,
                            sum(case when d.%1$s then d.labour_minutes else 0 end) planned,
                            sum(case when d.%1$s then d.shift_minutes else 0 end) planned_line,
                            sum(d.present_entries) noted
                        from kpi_entry_day d join kpi_work_order o on o.id = d.order_id
                        where d.client_id = :client and d.shift_date between :from and :to and d.entries > 0%2$s
                        group by d.shift_date, case when o.ideal_cycle_time is null then o.style_model end
                        order by d.shift_date""".formatted(STANDARD_SHIFT, scope.ofOrder("d.order_id")))
                .map((row, context) -> new Made(
                        Cells.day(row, "shift_date"),
                        row.getString("style"),
                        row.getLong("entries"),
                        row.getLong("units"),
                        row.getLong("defective"),
                        row.getLong("assigned"),
                        Cells.number(row, "earned"),
                        Cells.number(row, "labour"),
                        Cells.number(row, "shift_length"),
                        Cells.number(row, "run"),
                        Cells.number(row, "planned"),
                        Cells.number(row, "planned_line"),
                        row.getLong("noted")))
                .list();
    }

    /// On which days orders with a standard were worked on, for styles that have orders without one.
    static List<CycleTimes.Worked> worked(
            Handle handle, String clientId, Set<String> styles, LocalDate from, LocalDate to) {
        if (styles.isEmpty()) return List.of();
        return handle.createQuery("""
                        select distinct o.work_order_id, o.style_model, o.ideal_cycle_time, d.shift_date
                        from kpi_work_order o join kpi_entry_day d on d.order_id = o.id
                        where o.client_id = :client and o.style_model in (<styles>)
                            and o.ideal_cycle_time is not null
                            and d.shift_date between :from and :to and d.entries > 0""")
                .bind("client", clientId)
                .bindList("styles", List.copyOf(styles))
                .bind("from", from.minusDays(CycleTimes.WINDOW_DAYS - 1L))
                .bind("to", to)
                .map((row, context) -> new CycleTimes.Worked(
                        row.getString("work_order_id"),
                        row.getString("style_model"),
                        Cells.number(row, "ideal_cycle_time"),
                        Cells.day(row, "shift_date")))
                .list();
    }

    /// As noted one by one; where nobody did for an order in a shift, what its entries say.
    static Map<LocalDate, Totals.Downtime> downtime(Handle handle, Scope scope) {
        return scope.query(handle, """
                        select shift_date, sum(minutes) minutes,
                            sum(case when %1$s then minutes else 0 end) standard
                        from (
                            select shift_date, shift_type, minutes from kpi_downtime_day d
                            where client_id = :client and shift_date between :from and :to%2$s
                            union all
                            select shift_date, shift_type, downtime_minutes from kpi_entry_day d
                            where client_id = :client and shift_date between :from and :to
                                and downtime_minutes > 0%2$s
                                and not exists (
                                    select 1 from kpi_downtime_day n
                                    where n.client_id = d.client_id and n.shift_date = d.shift_date
                                        and n.order_id = d.order_id and n.shift_type = d.shift_type)
                        ) stops
                        group by shift_date""".formatted(STANDARD_SHIFT, scope.ofOrder("order_id")))
                .map((row, context) -> Map.entry(
                        Cells.day(row, "shift_date"),
                        new Totals.Downtime(row.getLong("minutes"), row.getLong("standard"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Map<LocalDate, Totals.Inspected> inspected(Handle handle, Scope scope) {
        return scope.query(handle, """
                        select shift_date, sum(units_inspected) units, sum(units_passed) passed,
                            sum(units_defective) defective, sum(total_defects_count) defects
                        from kpi_inspection_day
                        where client_id = :client and shift_date between :from and :to%s
                        group by shift_date""".formatted(scope.ofOrder("order_id")))
                .map((row, context) -> Map.entry(
                        Cells.day(row, "shift_date"),
                        new Totals.Inspected(
                                row.getLong("units"),
                                row.getLong("passed"),
                                row.getLong("defective"),
                                row.getLong("defects"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Attendance is of people, not of orders.
    static Map<LocalDate, Totals.Attended> attended(Handle handle, Scope scope) {
        if (scope.orderId() != null) return Map.of();
        return scope.query(handle, """
                        select shift_date, sum(scheduled_hours) scheduled, sum(absence_hours - covered_hours) absent
                        from kpi_attendance_day
                        where client_id = :client and shift_date between :from and :to
                        group by shift_date""")
                .map((row, context) -> Map.entry(
                        Cells.day(row, "shift_date"),
                        new Totals.Attended(Cells.number(row, "scheduled"), Cells.number(row, "absent"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
