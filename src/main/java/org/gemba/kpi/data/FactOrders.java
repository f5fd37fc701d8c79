package org.gemba.kpi.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.kpi.calc.Delivery;
import org.gemba.kpi.calc.OrderFacts;
import org.gemba.kpi.calc.PromisedDay;
import org.gemba.kpi.calc.WipAge;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The work orders that the figures of a range of days ask about.
final class FactOrders {
    /// How long before the range an order may have been planned whose promised day has to be computed.
    private static final int LONGEST_PLAN = 730;

    /// One order with the times of its life and the sums of its jobs.
    record Row(
            long id,
            String number,
            String style,
            long quantity,
            @Nullable BigDecimal standard,
            @Nullable LocalDate plannedStart,
            @Nullable LocalDate plannedShip,
            @Nullable LocalDate required,
            @Nullable LocalDate started,
            @Nullable LocalDate shipped,
            @Nullable LocalDate firstMade,
            @Nullable LocalDate lastMade,
            WorkOrderStatus status,
            Instant since,
            @Nullable Instant completedAt,
            long jobsOrdered,
            long jobsCompleted) {

        @Nullable
        LocalDate completed(ZoneId zone) {
            var at = completedAt != null ? completedAt : status == WorkOrderStatus.COMPLETED ? since : null;
            return at == null ? null : at.atZone(zone).toLocalDate();
        }
    }

    private FactOrders() {}

    /// Those still in work, those whose status changed since the range began, and those promised within it.
    static List<Row> rows(Handle handle, FactSums.Scope scope, ZoneId zone) {
        return scope.query(handle, """
                        select o.*, coalesce(j.ordered, 0) jobs_ordered, coalesce(j.completed, 0) jobs_completed,
                            (select min(s.changed_at) from kpi_status_change s
                             where s.order_id = o.id and s.to_status = 'COMPLETED') completed_at
                        from kpi_work_order o left join (
                            select order_id, sum(quantity_ordered) ordered, sum(quantity_completed) completed
                            from kpi_job where client_id = :client group by order_id
                        ) j on j.order_id = o.id
                        where o.client_id = :client and (
                            o.status in ('ACTIVE', 'ON_HOLD') or o.status_since >= :since
                            or coalesce(o.planned_ship_date, o.required_date) between :from and :to
                            or (o.planned_ship_date is null and o.required_date is null
                                and o.planned_start_date between :earliest and :to))
                        order by o.id""")
                .bind("since", scope.from().atStartOfDay(zone).toInstant())
                .bind("earliest", scope.from().minusDays(LONGEST_PLAN))
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("work_order_id"),
                row.getString("style_model"),
                row.getLong("planned_quantity"),
                Cells.numberOrNull(row, "ideal_cycle_time"),
                Cells.dayOrNull(row, "planned_start_date"),
                Cells.dayOrNull(row, "planned_ship_date"),
                Cells.dayOrNull(row, "required_date"),
                Cells.dayOrNull(row, "actual_start_date"),
                Cells.dayOrNull(row, "actual_ship_date"),
                Cells.dayOrNull(row, "first_entry_date"),
                Cells.dayOrNull(row, "last_entry_date"),
                WorkOrderStatus.valueOf(row.getString("status")),
                Cells.instant(row, "status_since"),
                Cells.instantOrNull(row, "completed_at"),
                row.getLong("jobs_ordered"),
                row.getLong("jobs_completed"));
    }

    /// Whole days in the client's zone: a hold lifted on the day on which it began takes none.
    static Map<Long, List<WipAge.Hold>> holds(Handle handle, String clientId, ZoneId zone) {
        return handle.createQuery("select order_id, held_at, ended_at from kpi_hold where client_id = :client")
                .bind("client", clientId)
                .map((row, context) -> {
                    var ended = Cells.instantOrNull(row, "ended_at");
                    return Map.entry(
                            row.getLong("order_id"),
                            new WipAge.Hold(
                                    day(Cells.instant(row, "held_at"), zone), ended == null ? null : day(ended, zone)));
                })
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    static OrderFacts facts(Row row, CycleTimes cycleTimes, List<WipAge.Hold> holds, ZoneId zone, LocalDate today) {
        boolean isCompleted = row.status() == WorkOrderStatus.COMPLETED;
        boolean isDropped = row.status() == WorkOrderStatus.REJECTED || row.status() == WorkOrderStatus.CANCELLED;
        var plannedFor = row.plannedStart() == null ? today : row.plannedStart();
        var promised = PromisedDay.of(
                row.plannedShip(),
                row.required(),
                row.plannedStart(),
                row.quantity(),
                cycleTimes.of(row.standard(), row.style(), plannedFor));
        return new OrderFacts(
                row.number(),
                row.started(),
                row.firstMade(),
                row.plannedStart(),
                promised.orElse(null),
                Delivery.shipped(row.shipped(), isCompleted, row.lastMade()),
                isCompleted,
                row.completed(zone),
                isDropped ? day(row.since(), zone) : null,
                holds);
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }
}
