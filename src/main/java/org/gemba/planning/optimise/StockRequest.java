package org.gemba.planning.optimise;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Decide the stock of many products together.
/// @param items the products
/// @param costs what stock costs
/// @param goal what is wanted
/// @param limits what must be kept
public record StockRequest(List<StockItem> items, CostParameters costs, Goal goal, Limits limits) {
    /// @throws IllegalArgumentException without a product
    public StockRequest {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("no product to decide on");
        }
    }

    /// The weights of low cost and high service; each is measured from its best to its worst sensible value.
    public record Goal(double cost, double service) {
        /// @throws IllegalArgumentException for a negative weight or none at all
        public Goal {
            if (!(cost >= 0 && service >= 0 && cost + service > 0)) {
                throw new IllegalArgumentException("weights are not negative, and one of them counts");
            }
        }

        /// Cost alone.
        public static Goal leastCost() {
            return new Goal(1, 0);
        }

        /// Service alone.
        public static Goal bestService() {
            return new Goal(0, 1);
        }
    }

    /// What must be kept.
    /// @param investment money in stock at its highest level
    /// @param service the mean service level, weighted by demand
    /// @param capacity units each location holds; one that is not named holds everything
    public record Limits(OptionalDouble investment, OptionalDouble service, Map<String, Integer> capacity) {
        /// Takes a copy.
        public Limits {
            capacity = Map.copyOf(capacity);
        }

        /// Nothing is limited.
        public static Limits none() {
            return new Limits(OptionalDouble.empty(), OptionalDouble.empty(), Map.of());
        }
    }
}
