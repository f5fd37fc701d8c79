package org.gemba.planning.optimise;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What the optimiser answers.
public sealed interface StockDecision {
    /// Policies and their places.
    /// @param products each product's policy
    /// @param allocation units by location and product
    /// @param investment money in stock at its highest level
    /// @param service the mean service level, weighted by demand
    /// @param yearlyCost money a year
    /// @param yearlySavings against the present policies that are known
    /// @param turnover yearly demand at cost by the mean value of stock
    /// @param proof how good this is known to be
    record Decided(
            List<ProductPolicy> products,
            Map<String, Map<Long, Integer>> allocation,
            double investment,
            double service,
            double yearlyCost,
            double yearlySavings,
            double turnover,
            Proof proof)
            implements StockDecision {}

    /// A product and the policy chosen for it.
    record ProductPolicy(StockItem item, StockPolicy policy) {}

    /// How good an answer is known to be.
    /// @param value of the goal: money a year for least cost, else the weighted distance from the best figures
    /// @param bound no answer is below this; empty when nobody proved one
    /// @param optimal whether nothing is better
    /// @param range what the distance to the bound is measured by: the money itself, or the way from best to worst
    record Proof(double value, OptionalDouble bound, boolean optimal, double range) {
        /// The share by which the value may be too high; empty without a bound, 0 when nothing is better.
        public OptionalDouble gap() {
            if (optimal) {
                return OptionalDouble.of(0);
            }
            return bound.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.max(0, value - bound.getAsDouble()) / Math.max(range, Double.MIN_NORMAL));
        }
    }

    /// The limits cannot be kept together.
    /// @param binding each limit that alone stands in the way, and what it would have to be
    /// @param proven whether that is certain
    record Infeasible(List<Binding> binding, boolean proven) implements StockDecision {}

    /// A limit that stands in the way.
    /// @param limit its name: `max_investment`, `service_level`, or `warehouse_capacity` with the locations
    /// @param locations of a capacity
    /// @param allowed what the request says
    /// @param needed what would do, all other limits kept; for the service level the most that can be reached
    record Binding(String limit, List<String> locations, double allowed, double needed) {}
}
