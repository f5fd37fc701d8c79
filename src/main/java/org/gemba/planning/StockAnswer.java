package org.gemba.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gemba.planning.optimise.StockDecision;
import org.jspecify.annotations.Nullable;

/// What the optimiser answered, in the form in which it is kept. Money is a year's, but for investments.
///
/// @param summary null when the limits cannot be kept
/// @param binding the limits that stand in the way; empty when they can be kept
/// @param isProven whether the answer, or that there is none, is certain
/// @param gap the share by which the goal may still be missed; null when nobody knows a bound
public record StockAnswer(
        @Nullable Summary summary,
        List<Recommendation> products,
        List<Place> places,
        List<Limit> binding,
        boolean isProven,
        @Nullable Double gap) {
    public record Summary(double investment, double serviceLevel, double savings, double turnover, double yearlyCost) {}

    /// @param currentStock units at hand
    /// @param level the most that should lie there
    public record Recommendation(
            long productId,
            String name,
            double currentStock,
            int level,
            double reorderPoint,
            int orderQuantity,
            double safetyStock,
            double serviceLevel,
            double fillRate,
            double turns,
            double holdingCost,
            double orderingCost,
            double stockoutCost) {}

    /// @param utilization null where the location's capacity is not limited
    public record Place(
            String location, int units, @Nullable Double utilization, Map<Long, Integer> products) {}

    public record Limit(String limit, List<String> locations, double allowed, double needed) {}

    static StockAnswer of(StockDecision decision, Map<Long, String> names, Map<String, Integer> capacity) {
        return switch (decision) {
            case StockDecision.Infeasible none ->
                new StockAnswer(
                        null,
                        List.of(),
                        List.of(),
                        none.binding().stream()
                                .map(each -> new Limit(each.limit(), each.locations(), each.allowed(), each.needed()))
                                .toList(),
                        none.proven(),
                        null);
            case StockDecision.Decided decided ->
                new StockAnswer(
                        new Summary(
                                decided.investment(),
                                decided.service(),
                                decided.yearlySavings(),
                                decided.turnover(),
                                decided.yearlyCost()),
                        decided.products().stream()
                                .map(product -> recommendation(product, names))
                                .toList(),
                        places(decided.allocation(), capacity),
                        List.of(),
                        decided.proof().optimal(),
                        number(decided.proof().gap()));
        };
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Recommendation recommendation(StockDecision.ProductPolicy product, Map<Long, String> names) {
        var item = product.item();
        var policy = product.policy();
        return new Recommendation(
                item.product(),
                names.getOrDefault(item.product(), ""),
                item.currentStock(),
                policy.level(),
                policy.reorderPoint(),
                policy.orderQuantity(),
                policy.safetyStock(),
                policy.service(),
                policy.fillRate(),
                policy.turns(item),
                policy.cost().holding(),
                policy.cost().ordering(),
                policy.cost().stockout());
    }

    private static List<Place> places(Map<String, Map<Long, Integer>> allocation, Map<String, Integer> capacity) {
        var places = new ArrayList<Place>();
        allocation.forEach((location, products) -> {
            int units = products.values().stream().mapToInt(Integer::intValue).sum();
            var most = capacity.get(location);
            places.add(new Place(location, units, most == null || most == 0 ? null : units / (double) most, products));
        });
        return places;
    }
}
