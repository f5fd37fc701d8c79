package org.gemba.planning;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.gemba.planning.optimise.CostParameters;
import org.gemba.planning.optimise.StockRequest;
import org.jspecify.annotations.Nullable;

/// Which products' stock is to be decided together, and within what.
///
/// @param type `multi_objective`, `minimize_cost` or `maximize_service_level`
/// @param maxInvestment money in stock at its highest; null for no limit
/// @param serviceLevel the least mean service level; null for none
/// @param capacity units by location
/// @param holdingRate share of the cost price a unit and year
/// @param costWeight and serviceWeight what counts how much under `multi_objective`
public record StockOrder(
        List<Long> productIds,
        String type,
        @Nullable Double maxInvestment,
        @Nullable Double serviceLevel,
        Map<String, Integer> capacity,
        double holdingRate,
        double orderCost,
        double stockoutCost,
        double costWeight,
        double serviceWeight) {
    public static final List<String> TYPES = List.of("multi_objective", "minimize_cost", "maximize_service_level");

    public StockOrder {
        productIds = List.copyOf(productIds);
        capacity = Map.copyOf(capacity);
    }

    CostParameters costs() {
        return new CostParameters(holdingRate, orderCost, stockoutCost);
    }

    StockRequest.Goal goal() {
        return switch (type) {
            case "minimize_cost" -> StockRequest.Goal.leastCost();
            case "maximize_service_level" -> StockRequest.Goal.bestService();
            default -> new StockRequest.Goal(costWeight, serviceWeight);
        };
    }

    StockRequest.Limits limits() {
        return new StockRequest.Limits(
                maxInvestment == null ? OptionalDouble.empty() : OptionalDouble.of(maxInvestment),
                serviceLevel == null ? OptionalDouble.empty() : OptionalDouble.of(serviceLevel),
                capacity);
    }
}
