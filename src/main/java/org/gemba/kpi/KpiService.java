package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.calc.Facts;
import org.gemba.kpi.calc.Figure;
import org.gemba.kpi.calc.Measured;
import org.gemba.kpi.calc.Measures;
import org.gemba.kpi.calc.Punctuality;
import org.gemba.kpi.calc.Totals;
import org.gemba.kpi.calc.WipSnapshot;
import org.gemba.kpi.data.FactsReader;
import org.gemba.kpi.data.KpiClients;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;

/// The figures of clients over days, weeks and months. Every face, report and mail takes them from here.
public final class KpiService {
    private final FactsReader reader;
    private final KpiClients clients;
    private final KpiMemory memory;
    private final Clock clock;

    public KpiService(Database database, Events events, Clock clock) {
        this.reader = new FactsReader(database);
        this.clients = new KpiClients(database);
        this.memory = new KpiMemory(clock);
        this.clock = clock;
        events.on(KpiChange.class, memory::changed);
    }

    /// What a caller asks about, narrowed to what is the caller's.
    ///
    /// @param clientId null for the caller's own; for who may see all and has none of its own: every client
    /// @param from null for 30 days up to the last day
    /// @param to null for today in the client's zone
    /// @param workOrderId null for all
    /// @throws AppError.Forbidden for a client that is not the caller's
    /// @throws AppError.NotFound for an unknown client or work order
    public KpiScope scope(
            Caller caller,
            @Nullable String clientId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String workOrderId) {
        caller.require(Permission.KPI_READ);
        var ids = clientIds(caller, clientId);
        var last = to != null ? to : from == null ? today(ids) : later(from, today(ids));
        var first = from != null ? from : last.minusDays(29);
        var order = workOrderId == null ? null : clients.orderId(ids, workOrderId);
        if (workOrderId != null && order == null) throw new AppError.NotFound("Work order", workOrderId);
        return new KpiScope(ids, first, last, order);
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }

    private List<String> clientIds(Caller caller, @Nullable String clientId) {
        if (clientId != null) {
            if (!caller.mayUseClient(clientId)) throw new AppError.Forbidden("This client is not yours to see");
            if (clients.find(clientId).isEmpty()) throw new AppError.NotFound("Client", clientId);
            return List.of(clientId);
        }
        var own = caller.clientId();
        if (own != null) return List.of(own);
        if (!caller.may(Permission.CLIENTS_ALL)) throw new AppError.Forbidden("You belong to no client");
        return clients.active().stream().map(Client::clientId).toList();
    }

    /// Today where the client is; where the program runs for several.
    public LocalDate today(List<String> clientIds) {
        var zone = clientIds.size() == 1 ? clients.zone(clientIds.getFirst()) : clock.getZone();
        return clock.instant().atZone(zone).toLocalDate();
    }

    /// The clients that the caller may ask about, by id.
    public List<Client> clients(Caller caller) {
        caller.require(Permission.KPI_READ);
        return clients.active().stream()
                .filter(client -> caller.mayUseClient(client.clientId()))
                .toList();
    }

    /// In which the client's days begin and end.
    public ZoneId zoneOf(String clientId) {
        return clients.zone(clientId);
    }

    /// Every figure of the range.
    public KpiBoard board(Caller caller, KpiScope scope) {
        var facts = facts(caller, scope);
        var total = facts.total();
        var asOf = asOf(scope, scope.to());
        var targets = targets(scope);
        var values = new EnumMap<KpiName, KpiValue>(KpiName.class);
        for (var kpi : KpiName.values()) {
            var measured = Measures.of(kpi, total, facts.orders(), scope.from(), scope.to(), asOf);
            values.put(kpi, new KpiValue(kpi, measured, targets.get(kpi)));
        }
        var punctual = Punctuality.of(facts.orders(), scope.from(), scope.to(), asOf);
        return new KpiBoard(
                scope,
                values,
                value(KpiName.ON_TIME_DELIVERY, punctual.trueOnTimeDelivery(), targets),
                value(KpiName.AVAILABILITY, Measures.lineAvailability(total), targets),
                total,
                WipSnapshot.of(facts.orders(), asOf),
                punctual,
                completeness(facts, punctual),
                clock.instant());
    }

    private static KpiValue value(KpiName kpi, Measured measured, Map<KpiName, BigDecimal> targets) {
        return new KpiValue(kpi, measured, targets.get(kpi));
    }

    /// Entries with a standard, entries that say who was present and due orders with a planned day, over all of them.
    private static Figure completeness(Facts facts, Punctuality punctual) {
        var made = facts.total().production();
        long planned = punctual.due().stream()
                .filter(due -> !due.promised().isInferred())
                .count();
        long wanted =
                made.entries() + facts.present().entries() + punctual.due().size();
        long noted = made.entries() - made.inferredRows() + facts.present().noted() + planned;
        return Figure.percent(BigDecimal.valueOf(noted), BigDecimal.valueOf(wanted));
    }

    /// One figure over time. Days, weeks and months without any row are left out, except of the WIP aging, which every
    /// day has.
    public KpiSeries series(Caller caller, KpiScope scope, KpiName kpi, Aggregation aggregation) {
        var facts = facts(caller, scope);
        var target = targets(scope).get(kpi);
        var points = buckets(facts, scope, kpi, aggregation).entrySet().stream()
                .map(each -> point(facts, scope, kpi, aggregation, target, each.getKey(), each.getValue()))
                .filter(point ->
                        point.value().isKnown() || point.totals().production().entries() > 0)
                .toList();
        var total = point(facts, scope, kpi, Aggregation.TOTAL, target, scope.from(), facts.total());
        return new KpiSeries(scope, aggregation, points, total);
    }

    private NavigableMap<LocalDate, Totals> buckets(Facts facts, KpiScope scope, KpiName kpi, Aggregation aggregation) {
        var buckets = new TreeMap<LocalDate, Totals>();
        facts.days()
                .forEach((day, totals) -> buckets.merge(aggregation.bucket(day, scope.from()), totals, Totals::plus));
        boolean isOfOrders = kpi == KpiName.WIP_AGING || kpi == KpiName.ON_TIME_DELIVERY;
        var last = asOf(scope, scope.to());
        for (var day = scope.from(); isOfOrders && !day.isAfter(last); day = day.plusDays(1)) {
            buckets.putIfAbsent(aggregation.bucket(day, scope.from()), Totals.NONE);
        }
        return buckets;
    }

    private KpiPoint point(
            Facts facts,
            KpiScope scope,
            KpiName kpi,
            Aggregation aggregation,
            @Nullable BigDecimal target,
            LocalDate start,
            Totals totals) {
        var first = later(start, scope.from());
        var end = aggregation.last(start, scope.to());
        var measured = Measures.of(kpi, totals, facts.orders(), first, end, asOf(scope, end));
        return new KpiPoint(start, totals, new KpiValue(kpi, measured, target));
    }

    private LocalDate asOf(KpiScope scope, LocalDate day) {
        var today = today(scope.clientIds());
        return day.isAfter(today) ? today : day;
    }

    /// A client's own target, else the one that holds for all; the latter for several clients together.
    public Map<KpiName, BigDecimal> targets(KpiScope scope) {
        var targets = new EnumMap<KpiName, BigDecimal>(KpiName.class);
        for (var kpi : KpiName.values()) targets.put(kpi, kpi.defaultTarget());
        if (scope.clientIds().size() == 1)
            targets.putAll(clients.targets(scope.clientIds().getFirst()));
        return targets;
    }

    Facts facts(Caller caller, KpiScope scope) {
        check(caller, scope, Permission.KPI_READ);
        return memory.get(scope, caller.role(), () -> read(scope));
    }

    /// @throws AppError.Forbidden without the right, or when a client of the scope is not the caller's
    void check(Caller caller, KpiScope scope, Permission right) {
        caller.require(right);
        for (var client : scope.clientIds()) {
            if (!caller.mayUseClient(client)) throw new AppError.Forbidden("This client is not yours to see");
        }
    }

    private Facts read(KpiScope scope) {
        return Facts.together(scope.clientIds().stream()
                .map(client -> {
                    var zone = clients.zone(client);
                    var today = clock.instant().atZone(zone).toLocalDate();
                    return reader.read(client, scope.from(), scope.to(), scope.orderId(), zone, today);
                })
                .toList());
    }
}
