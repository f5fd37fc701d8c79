package org.gemba.planning.optimise;

/// What stock costs.
/// @param holdingRate share of the unit cost for holding a unit a year
/// @param orderCost money an order
/// @param stockoutCost money a unit that is asked for and missing
public record CostParameters(double holdingRate, double orderCost, double stockoutCost) {
    /// @throws IllegalArgumentException for a rate that is not above 0, or a negative cost
    public CostParameters {
        if (!(holdingRate > 0) || !(orderCost >= 0) || !(stockoutCost >= 0)) {
            throw new IllegalArgumentException("costs are not negative, and holding costs something");
        }
    }
}
