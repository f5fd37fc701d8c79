package org.gemba.kpi.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gemba.kpi.EntryFigures;
import org.gemba.kpi.EntryLine;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.calc.CycleTime;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;

/// The standards of the orders behind some entries: the orders' own, else estimated as for every other figure.
public final class EntryStandards {
    private EntryStandards() {}

    private record Key(long orderId, LocalDate day) {}

    /// Entries with their orders and figures, in the order in which they came.
    public static List<EntryLine> lines(Handle handle, List<ProductionEntry> entries) {
        var orders = orders(handle, entries);
        var missing = new TreeMap<String, List<ProductionEntry>>();
        for (var entry : entries) {
            if (of(orders, entry).idealCycleTime() != null) continue;
            missing.computeIfAbsent(entry.clientId(), client -> new ArrayList<>())
                    .add(entry);
        }
        var times = new HashMap<String, CycleTimes>();
        missing.forEach((client, rows) -> times.put(client, load(handle, client, rows, orders)));
        var jobs = jobs(handle, entries);
        var known = new HashMap<Key, CycleTime>();
        return entries.stream()
                .map(entry -> {
                    var order = of(orders, entry);
                    var standard = known.computeIfAbsent(
                            new Key(order.id(), entry.shiftDate()), key -> standard(times, order, key.day()));
                    var job = entry.jobId() == null ? null : jobs.get(entry.jobId());
                    return new EntryLine(entry, order, job, EntryFigures.of(entry, standard));
                })
                .toList();
    }

    private static WorkOrder of(Map<Long, WorkOrder> orders, ProductionEntry entry) {
        return Objects.requireNonNull(orders.get(entry.orderId()), "every entry has an order");
    }

    private static CycleTime standard(Map<String, CycleTimes> times, WorkOrder order, LocalDate day) {
        var own = order.idealCycleTime();
        if (own != null) return new CycleTime(own, CycleTime.Source.WORK_ORDER);
        return Objects.requireNonNull(times.get(order.clientId())).of(null, order.styleModel(), day);
    }

    private static Map<Long, WorkOrder> orders(Handle handle, List<ProductionEntry> entries) {
        var ids = entries.stream().map(ProductionEntry::orderId).distinct().toList();
        return WorkOrderTable.all(handle, ids).stream().collect(Collectors.toMap(WorkOrder::id, order -> order));
    }

    private static Map<Long, String> jobs(Handle handle, List<ProductionEntry> entries) {
        var ids = entries.stream()
                .map(ProductionEntry::jobId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return JobTable.names(handle, ids);
    }

    private static CycleTimes load(
            Handle handle, String client, List<ProductionEntry> rows, Map<Long, WorkOrder> orders) {
        var standards = StandardTable.cycleTimes(handle, List.of(client)).stream()
                .collect(
                        Collectors.toMap(org.gemba.kpi.CycleTime::styleModel, org.gemba.kpi.CycleTime::idealCycleTime));
        var styles = rows.stream()
                .map(entry -> of(orders, entry).styleModel())
                .filter(style -> !standards.containsKey(style))
                .distinct()
                .toList();
        if (styles.isEmpty()) return new CycleTimes(standards, List.of());
        var first = rows.stream()
                .map(ProductionEntry::shiftDate)
                .min(LocalDate::compareTo)
                .orElseThrow();
        var last = rows.stream()
                .map(ProductionEntry::shiftDate)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return new CycleTimes(standards, worked(handle, client, styles, first.minusDays(CycleTimes.WINDOW_DAYS), last));
    }

    private static List<CycleTimes.Worked> worked(
            Handle handle, String client, List<String> styles, LocalDate first, LocalDate last) {
        return handle.createQuery("select distinct o.id, o.style_model, o.ideal_cycle_time, d.shift_date"
                        + " from kpi_work_order o join kpi_entry_day d on d.client_id = :client and d.order_id = o.id"
                        + " where o.client_id = :client and o.style_model in (<styles>)"
                        + " and o.ideal_cycle_time is not null and d.shift_date >= :first and d.shift_date <= :last"
                        + " and d.entries > 0")
                .bind("client", client)
                .bind("first", first)
                .bind("last", last)
                .bindList("styles", styles)
                .map((row, context) -> new CycleTimes.Worked(
                        Long.toString(row.getLong("id")),
                        row.getString("style_model"),
                        Cells.number(row, "ideal_cycle_time"),
                        Cells.day(row, "shift_date")))
                .list();
    }
}
