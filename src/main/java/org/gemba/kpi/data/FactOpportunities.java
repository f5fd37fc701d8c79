package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemba.kpi.data.FactSums.Scope;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The opportunities for a defect in what was made: units times what is set for the part of the entry's job, for the
/// only part of its order, or for the order's style; one a unit where nothing is set.
final class FactOpportunities {
    /// @param assumed units that nothing is set for
    record Day(long opportunities, long assumed) {
        Day plus(Day more) {
            return new Day(opportunities + more.opportunities, assumed + more.assumed);
        }
    }

    private FactOpportunities() {}

    /// Empty when the client has set none at all.
    static Map<LocalDate, Day> read(Handle handle, Scope scope) {
        var set = handle.createQuery("select part_number, opportunities_per_unit from kpi_part_opportunities"
                        + " where client_id = :client")
                .bind("client", scope.clientId())
                .map((row, context) -> Map.entry(row.getString("part_number"), row.getLong("opportunities_per_unit")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (set.isEmpty()) return Map.of();
        var days = new HashMap<LocalDate, Day>();
        byOrder(handle, scope, set, days);
        byJob(handle, scope, set, days);
        return days;
    }

    /// Orders whose parts need not be told apart.
    private static void byOrder(Handle handle, Scope scope, Map<String, Long> set, Map<LocalDate, Day> days) {
        scope.query(handle, """
                        select d.shift_date, coalesce(p.part_number, o.style_model) part, sum(d.units_produced) units
                        from kpi_entry_day d join kpi_work_order o on o.id = d.order_id
                            left join (
                                select order_id, min(part_number) part_number, count(distinct part_number) parts
                                from kpi_job where client_id = :client group by order_id
                            ) p on p.order_id = d.order_id
                        where d.client_id = :client and d.shift_date between :from and :to
                            and coalesce(p.parts, 0) <= 1%s
                        group by d.shift_date, coalesce(p.part_number, o.style_model)""".formatted(scope.ofOrder("d.order_id")))
                .map((row, context) -> Map.entry(
                        Cells.day(row, "shift_date"), day(row.getLong("units"), set.get(row.getString("part")))))
                .forEach(each -> days.merge(each.getKey(), each.getValue(), Day::plus));
    }

    /// Orders of several parts, entry by entry.
    private static void byJob(Handle handle, Scope scope, Map<String, Long> set, Map<LocalDate, Day> days) {
        scope.query(handle, """
                        select e.shift_date, coalesce(j.part_number, o.style_model) part, sum(e.units_produced) units
                        from (
                            select order_id from kpi_job where client_id = :client
                            group by order_id having count(distinct part_number) > 1
                        ) mixed
                            join kpi_entry e on e.order_id = mixed.order_id
                            join kpi_work_order o on o.id = e.order_id
                            left join kpi_job j on j.id = e.job_id
                        where e.client_id = :client and e.shift_date between :from and :to
                            and e.state <> 'WITHDRAWN'%s
                        group by e.shift_date, coalesce(j.part_number, o.style_model)""".formatted(scope.ofOrder("e.order_id")))
                .map((row, context) -> Map.entry(
                        Cells.day(row, "shift_date"), day(row.getLong("units"), set.get(row.getString("part")))))
                .forEach(each -> days.merge(each.getKey(), each.getValue(), Day::plus));
    }

    private static Day day(long units, @Nullable Long opportunities) {
        return opportunities == null ? new Day(units, units) : new Day(units * opportunities, 0);
    }
}
