package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.kpi.calc.CycleTime.Source;
import org.gemba.kpi.calc.PromisedDay;
import org.gemba.kpi.data.GapsReader;
import org.gemba.kpi.data.GapsReader.OrderGap;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// Says what is missing and what was inferred, so that people know which figures to trust and what to note next.
public final class DataQualityService {
    public static final String CYCLE_TIME = "ideal_cycle_time";
    public static final String SHIP_DATE = "planned_ship_date";
    public static final String PRESENT = "employees_present";
    public static final List<String> FIELDS = List.of(CYCLE_TIME, SHIP_DATE, PRESENT);

    private static final BigDecimal INDUSTRY_DEFAULT = new BigDecimal("0.25");
    private static final BigDecimal ALL_PRESENT = new BigDecimal("0.5");
    private static final int MOST_PLACES = 5;

    private final GapsReader reader;
    private final KpiService figures;

    public DataQualityService(Database database, KpiService figures) {
        this.reader = new GapsReader(database);
        this.figures = figures;
    }

    /// The gaps of some fields.
    ///
    /// @param fields of {@link #FIELDS}
    /// @throws AppError.InvalidInput for another one
    public List<FieldGap> gaps(Caller caller, KpiScope scope, List<String> fields) {
        figures.check(caller, scope, Permission.KPI_CONFIGURE);
        for (int i = 0; i < fields.size(); i++) {
            if (!FIELDS.contains(fields.get(i)))
                throw new AppError.InvalidInput(
                        FieldError.body("fields_to_check[" + i + "]", fields.get(i), new Rule.OneOf(FIELDS)));
        }
        var wanted = List.copyOf(new java.util.LinkedHashSet<>(fields));
        var orders = orders(scope);
        return wanted.stream().map(field -> gap(field, scope, orders)).toList();
    }

    private List<OrderGap> orders(KpiScope scope) {
        return scope.clientIds().stream()
                .flatMap(client -> reader.orders(client, scope.from(), scope.to()).stream())
                .toList();
    }

    private FieldGap gap(String field, KpiScope scope, List<OrderGap> orders) {
        return switch (field) {
            case CYCLE_TIME -> cycleTime(orders);
            case SHIP_DATE -> shipDate(orders);
            default -> present(scope);
        };
    }

    private static FieldGap cycleTime(List<OrderGap> orders) {
        var missing = orders.stream()
                .filter(order -> order.cycleTime().source().isInferred())
                .toList();
        var sources = missing.stream()
                .collect(Collectors.groupingBy(order -> order.cycleTime().source(), Collectors.counting()));
        var strategy = sources.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Source.WORK_ORDER);
        return new FieldGap(
                CYCLE_TIME,
                missing.size(),
                orders.size(),
                strategy.id(),
                INDUSTRY_DEFAULT,
                least(missing, order -> order.cycleTime().source().confidence()),
                most(missing, OrderGap::style));
    }

    private static FieldGap shipDate(List<OrderGap> orders) {
        var missing =
                orders.stream().filter(order -> order.plannedShip() == null).toList();
        var inferred =
                missing.stream().flatMap(order -> order.promised().stream()).toList();
        var strategy =
                inferred.stream()
                        .collect(Collectors.groupingBy(PromisedDay::source, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse(PromisedDay.Source.START_AND_WORK);
        return new FieldGap(
                SHIP_DATE,
                missing.size(),
                orders.size(),
                strategy.id(),
                null,
                inferred.isEmpty() ? strategy.confidence() : least(inferred, PromisedDay::confidence),
                most(missing, OrderGap::style));
    }

    private FieldGap present(KpiScope scope) {
        long entries = 0;
        long missing = 0;
        var days = new TreeMap<LocalDate, Long>();
        for (var client : scope.clientIds()) {
            for (var day : reader.presence(client, scope.from(), scope.to())) {
                entries += day.entries();
                missing += day.entries() - day.noted();
                if (day.entries() > day.noted()) days.merge(day.day(), day.entries() - day.noted(), Long::sum);
            }
        }
        var places = top(days.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)));
        return new FieldGap(PRESENT, missing, entries, "employees_assigned", null, ALL_PRESENT, places);
    }

    private static <T> BigDecimal least(Collection<T> all, Function<T, BigDecimal> confidence) {
        return all.stream().map(confidence).reduce(BigDecimal.ONE, BigDecimal::min);
    }

    private static Map<String, Long> most(List<OrderGap> missing, Function<OrderGap, String> place) {
        return top(missing.stream().collect(Collectors.groupingBy(place, Collectors.counting())));
    }

    private static Map<String, Long> top(Map<String, Long> counts) {
        var order = Comparator.comparing((Map.Entry<String, Long> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey);
        return counts.entrySet().stream()
                .sorted(order)
                .limit(MOST_PLACES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /// Everything that is missing in a range.
    public DataQuality report(Caller caller, KpiScope scope) {
        figures.check(caller, scope, Permission.KPI_READ);
        var orders = orders(scope);
        var gaps = FIELDS.stream().map(field -> gap(field, scope, orders)).toList();
        var days = new ArrayList<GapsReader.DayGap>();
        long unverified = 0;
        long above = 0;
        for (var client : scope.clientIds()) {
            days.addAll(reader.days(client, scope.from(), scope.to()));
            unverified += reader.unverified(client, scope.from(), scope.to());
            above += reader.aboveStandard(client, scope.from(), scope.to());
        }
        return new DataQuality(
                scope,
                gaps,
                days.stream()
                        .filter(day -> !day.isAttended())
                        .map(GapsReader.DayGap::day)
                        .distinct()
                        .sorted()
                        .toList(),
                days.stream()
                        .filter(day -> !day.isInspected())
                        .map(GapsReader.DayGap::day)
                        .distinct()
                        .sorted()
                        .toList(),
                days.stream().mapToLong(GapsReader.DayGap::entries).sum(),
                unverified,
                above);
    }
}
