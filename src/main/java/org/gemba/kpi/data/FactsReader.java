package org.gemba.kpi.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemba.kpi.CycleTime;
import org.gemba.kpi.calc.CycleTime.Source;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.kpi.calc.Facts;
import org.gemba.kpi.calc.OrderFacts;
import org.gemba.kpi.calc.Totals;
import org.gemba.kpi.data.FactOpportunities.Day;
import org.gemba.kpi.data.FactSums.Made;
import org.gemba.kpi.data.FactSums.Scope;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads all that the figures of one client need, as it stands at one instant.
public final class FactsReader {
    private final Database database;

    public FactsReader(Database database) {
        this.database = database;
    }

    /// @param to the last day, which belongs to the range
    /// @param orderId null for all orders; attendance, ages and deliveries are of all orders only
    /// @param zone the client's
    /// @param today in that zone
    public Facts read(
            String clientId, LocalDate from, LocalDate to, @Nullable Long orderId, ZoneId zone, LocalDate today) {
        var scope = new Scope(clientId, from, to, orderId);
        return database.read(handle -> read(handle, scope, zone, today));
    }

    private static Facts read(Handle handle, Scope scope, ZoneId zone, LocalDate today) {
        var made = FactSums.made(handle, scope);
        var orders = scope.orderId() == null ? FactOrders.rows(handle, scope, zone) : List.<FactOrders.Row>of();
        var cycleTimes = cycleTimes(handle, scope, made, orders);
        var days = new TreeMap<LocalDate, Totals>();
        var opportunities = FactOpportunities.read(handle, scope);
        made.forEach(row -> add(days, row.day(), production(row, cycleTimes)));
        withOpportunities(days, opportunities);
        FactSums.downtime(handle, scope).forEach((day, stops) -> add(days, day, Totals.of(stops)));
        FactSums.inspected(handle, scope).forEach((day, seen) -> add(days, day, Totals.of(seen)));
        FactSums.attended(handle, scope).forEach((day, people) -> add(days, day, Totals.of(people)));
        addJobs(days, orders, scope, zone);
        return new Facts(days, orderFacts(handle, scope, orders, cycleTimes, zone, today), present(made));
    }

    private static void add(Map<LocalDate, Totals> days, LocalDate day, Totals more) {
        days.merge(day, more, Totals::plus);
    }

    private static CycleTimes cycleTimes(Handle handle, Scope scope, List<Made> made, List<FactOrders.Row> orders) {
        Set<String> styles = Stream.concat(
                        made.stream().map(Made::style).filter(Objects::nonNull),
                        orders.stream().filter(row -> row.standard() == null).map(FactOrders.Row::style))
                .collect(Collectors.toSet());
        if (styles.isEmpty()) return new CycleTimes(Map.of(), List.of());
        var standards = StandardTable.cycleTimes(handle, List.of(scope.clientId())).stream()
                .collect(Collectors.toMap(CycleTime::styleModel, CycleTime::idealCycleTime));
        return new CycleTimes(standards, FactSums.worked(handle, scope.clientId(), styles, scope.from(), scope.to()));
    }

    private static Totals production(Made row, CycleTimes cycleTimes) {
        var earned = row.earned();
        var source = Source.WORK_ORDER;
        if (row.style() != null) {
            var found = cycleTimes.of(null, row.style(), row.day());
            earned = found.hours().multiply(BigDecimal.valueOf(row.units()));
            source = found.source();
        }
        var production = new Totals.Production(
                row.entries(),
                row.units(),
                row.defective(),
                row.assigned(),
                earned,
                row.labourMinutes(),
                row.shiftMinutes(),
                row.runMinutes(),
                row.plannedMinutes(),
                row.plannedLineMinutes(),
                row.units(),
                row.units(),
                Map.of(source, row.entries()));
        return Totals.of(production);
    }

    private static void withOpportunities(Map<LocalDate, Totals> days, Map<LocalDate, Day> set) {
        if (set.isEmpty()) return;
        days.replaceAll((day, totals) -> {
            var found = set.get(day);
            return found == null ? totals : totals.withOpportunities(found.opportunities(), found.assumed());
        });
    }

    private static void addJobs(Map<LocalDate, Totals> days, List<FactOrders.Row> orders, Scope scope, ZoneId zone) {
        for (var order : orders) {
            var completed = order.completed(zone);
            if (completed == null || completed.isBefore(scope.from()) || completed.isAfter(scope.to())) continue;
            add(days, completed, Totals.of(new Totals.Jobs(order.jobsOrdered(), order.jobsCompleted())));
        }
    }

    private static List<OrderFacts> orderFacts(
            Handle handle,
            Scope scope,
            List<FactOrders.Row> orders,
            CycleTimes cycleTimes,
            ZoneId zone,
            LocalDate today) {
        var holds = FactOrders.holds(handle, scope.clientId(), zone);
        return orders.stream()
                .map(row -> FactOrders.facts(row, cycleTimes, holds.getOrDefault(row.id(), List.of()), zone, today))
                .toList();
    }

    private static Facts.Present present(List<Made> made) {
        long entries = made.stream().mapToLong(Made::entries).sum();
        long noted = made.stream().mapToLong(Made::noted).sum();
        return new Facts.Present(entries, noted);
    }
}
