package org.gemba.planning.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The limits of a request as rows over the chosen options. Whether the chosen stock fits the locations is a question
/// of
/// transport: it does exactly when, for every set of limited locations, the products that may lie nowhere else fit
/// there
/// together (Gale 1957). Only unions of the products' own sets matter, which are few.
final class LimitRows {
    private static final int MOST_SETS = 4_096;

    private final List<StockItem> items;
    private final List<List<StockPolicy>> options;
    private final StockRequest.Limits limits;

    LimitRows(List<StockItem> items, List<List<StockPolicy>> options, StockRequest.Limits limits) {
        this.items = items;
        this.options = options;
        this.limits = limits;
    }

    /// A row with what it stands for.
    record Named(String limit, List<String> locations, ChoiceProblem.Row row) {}

    List<Named> all() {
        var rows = new ArrayList<Named>();
        limits.investment()
                .ifPresent(money ->
                        rows.add(new Named("max_investment", List.of(), new ChoiceProblem.Row(investment(), money))));
        limits.service()
                .ifPresent(level -> rows.add(
                        new Named("service_level", List.of(), new ChoiceProblem.Row(negated(service()), -level))));
        for (var places : unions()) {
            double capacity = places.stream()
                    .mapToDouble(place -> limits.capacity().get(place))
                    .sum();
            rows.add(new Named(
                    "warehouse_capacity", List.copyOf(places), new ChoiceProblem.Row(units(places), capacity)));
        }
        return rows.stream().filter(named -> canBeExceeded(named.row())).toList();
    }

    private static boolean canBeExceeded(ChoiceProblem.Row row) {
        double most = 0;
        for (double[] uses : row.use()) {
            most += Arrays.stream(uses).max().orElse(0);
        }
        return most > row.limit();
    }

    double[][] investment() {
        return table((item, policy) -> item.unitCost() * policy.level());
    }

    double[][] cost() {
        return table((item, policy) -> policy.cost().total());
    }

    /// Each option's part of the mean service level.
    double[][] service() {
        double demand = items.stream().mapToDouble(StockItem::yearlyDemand).sum();
        return table((item, policy) ->
                demand > 0 ? policy.service() * item.yearlyDemand() / demand : policy.service() / items.size());
    }

    private double[][] units(Set<String> places) {
        return table((item, policy) -> places.containsAll(item.locations().keySet()) ? policy.level() : 0);
    }

    private interface Figure {
        double of(StockItem item, StockPolicy policy);
    }

    private double[][] table(Figure figure) {
        double[][] table = new double[items.size()][];
        for (int p = 0; p < table.length; p++) {
            var item = items.get(p);
            ToDoubleFunction<StockPolicy> one = policy -> figure.of(item, policy);
            table[p] = options.get(p).stream().mapToDouble(one).toArray();
        }
        return table;
    }

    static double[][] negated(double[][] table) {
        double[][] result = new double[table.length][];
        for (int p = 0; p < table.length; p++) {
            result[p] = Arrays.stream(table[p]).map(value -> -value).toArray();
        }
        return result;
    }

    private Set<Set<String>> unions() {
        Map<Set<String>, Long> own = items.stream()
                .map(item -> item.locations().keySet())
                .filter(places -> limits.capacity().keySet().containsAll(places))
                .collect(Collectors.groupingBy(Set::copyOf, Collectors.counting()));
        Set<Set<String>> unions = new LinkedHashSet<>();
        for (var places : own.keySet()) {
            for (var known : List.copyOf(unions)) {
                if (unions.size() < MOST_SETS) {
                    var union = new TreeSet<>(known);
                    union.addAll(places);
                    unions.add(union);
                }
            }
            unions.add(new TreeSet<>(places));
        }
        return unions;
    }
}
