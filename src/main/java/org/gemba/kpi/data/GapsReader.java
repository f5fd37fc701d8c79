package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemba.kpi.CycleTime;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.kpi.calc.PromisedDay;
import org.gemba.platform.db.Cells;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Finds what the rows of a client lack.
public final class GapsReader {
    private final Database database;

    /// One order that was worked on or planned in the range.
    public record OrderGap(
            String number,
            String style,
            @Nullable LocalDate plannedShip,
            org.gemba.kpi.calc.CycleTime cycleTime,
            Optional<PromisedDay> promised) {}

    public record Presence(LocalDate day, long entries, long noted) {}

    /// A day with production.
    public record DayGap(LocalDate day, long entries, boolean isAttended, boolean isInspected) {}

    public GapsReader(Database database) {
        this.database = database;
    }

    public List<OrderGap> orders(String clientId, LocalDate from, LocalDate to) {
        return database.read(handle -> orders(handle, clientId, from, to));
    }

    private static List<OrderGap> orders(Handle handle, String clientId, LocalDate from, LocalDate to) {
        var found = handle.createQuery("""
                        select * from kpi_work_order o
                        where o.client_id = :client and o.status not in ('REJECTED', 'CANCELLED')
                            and (o.planned_start_date between :from and :to or exists (
                                select 1 from kpi_entry_day d
                                where d.order_id = o.id and d.shift_date between :from and :to and d.entries > 0))
                        order by o.work_order_id""")
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> WorkOrderTable.order(row))
                .list();
        var styles = new HashSet<String>();
        found.stream().filter(order -> order.idealCycleTime() == null).forEach(order -> styles.add(order.styleModel()));
        Map<String, java.math.BigDecimal> standards = StandardTable.cycleTimes(handle, List.of(clientId)).stream()
                .collect(Collectors.toMap(CycleTime::styleModel, CycleTime::idealCycleTime));
        var times = new CycleTimes(standards, FactSums.worked(handle, clientId, styles, from, to));
        return found.stream()
                .map(order -> {
                    var day = order.lastEntryDate() == null
                                    || order.lastEntryDate().isAfter(to)
                            ? to
                            : order.lastEntryDate();
                    var time = times.of(order.idealCycleTime(), order.styleModel(), day);
                    return new OrderGap(
                            order.workOrderId(),
                            order.styleModel(),
                            order.plannedShipDate(),
                            time,
                            PromisedDay.of(
                                    order.plannedShipDate(),
                                    order.requiredDate(),
                                    order.plannedStartDate(),
                                    order.plannedQuantity(),
                                    time));
                })
                .toList();
    }

    /// How many entries of each day say who was present.
    public List<Presence> presence(String clientId, LocalDate from, LocalDate to) {
        return database.read(handle -> handle.createQuery("""
                        select shift_date, sum(entries) entries, sum(present_entries) noted from kpi_entry_day
                        where client_id = :client and shift_date between :from and :to and entries > 0
                        group by shift_date order by shift_date""")
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) ->
                        new Presence(Cells.day(row, "shift_date"), row.getLong("entries"), row.getLong("noted")))
                .list());
    }

    public List<DayGap> days(String clientId, LocalDate from, LocalDate to) {
        return database.read(handle -> handle.createQuery("""
                        select d.shift_date, sum(d.entries) entries,
                            case when exists (select 1 from kpi_attendance_day a where a.client_id = :client
                                and a.shift_date = d.shift_date) then 1 else 0 end attended,
                            case when exists (select 1 from kpi_inspection_day i where i.client_id = :client
                                and i.shift_date = d.shift_date) then 1 else 0 end inspected
                        from kpi_entry_day d
                        where d.client_id = :client and d.shift_date between :from and :to and d.entries > 0
                        group by d.shift_date order by d.shift_date""")
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new DayGap(
                        Cells.day(row, "shift_date"),
                        row.getLong("entries"),
                        row.getInt("attended") == 1,
                        row.getInt("inspected") == 1))
                .list());
    }

    public long unverified(String clientId, LocalDate from, LocalDate to) {
        return count(clientId, from, to, "select count(*) from kpi_entry e where e.state = 'RECORDED'");
    }

    /// Entries that made more than their people's hours allow by the order's own standard.
    public long aboveStandard(String clientId, LocalDate from, LocalDate to) {
        return count(clientId, from, to, """
                select count(*) from kpi_entry e join kpi_work_order o on o.id = e.order_id
                where e.state <> 'WITHDRAWN' and o.ideal_cycle_time is not null
                    and e.units_produced * o.ideal_cycle_time * 60
                        > e.employees_assigned * case when e.shift_hours_scheduled is null
                            then e.run_time_hours * 60 + e.downtime_minutes else e.shift_hours_scheduled * 60 end""");
    }

    private long count(String clientId, LocalDate from, LocalDate to, String sql) {
        return database.read(
                handle -> handle.createQuery(sql + " and e.client_id = :client and e.shift_date between :from and :to")
                        .bind("client", clientId)
                        .bind("from", from)
                        .bind("to", to)
                        .mapTo(Long.class)
                        .one());
    }
}
