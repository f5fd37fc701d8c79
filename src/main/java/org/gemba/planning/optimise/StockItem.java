package org.gemba.planning.optimise;

import java.util.Map;

/// A product whose stock is to be decided.
/// @param product its id
/// @param yearlyDemand units a year as forecast
/// @param leadDemand units over the lead time: the sum of the daily forecasts
/// @param leadSpread standard deviation of that sum's error, the lead time's own variation included
/// @param unitCost money a unit
/// @param lotSize orders are multiples of this
/// @param minimumOrder orders are at least this
/// @param currentStock units at hand, reserved ones included
/// @param currentLevel the highest stock of the present policy, by which savings are counted; 0 when there is none
/// @param locations where it may lie, each with its share of the demand
public record StockItem(
        long product,
        double yearlyDemand,
        double leadDemand,
        double leadSpread,
        double unitCost,
        int lotSize,
        int minimumOrder,
        double currentStock,
        double currentLevel,
        Map<String, Double> locations) {
    private static final double DAYS = 365;

    /// @throws IllegalArgumentException for a negative figure, a lot below 1, or a product without a location
    public StockItem {
        double least = Math.min(Math.min(yearlyDemand, leadDemand), Math.min(leadSpread, unitCost));
        if (!(least >= 0) || lotSize < 1 || minimumOrder < 0) {
            throw new IllegalArgumentException("product " + product + " has a negative figure or no lot size");
        }
        locations = Map.copyOf(locations);
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("product " + product + " may lie nowhere");
        }
    }

    /// Units a day on average.
    public double dailyDemand() {
        return yearlyDemand / DAYS;
    }

    /// The smallest orderable quantity that is not below this one.
    int orderable(double quantity) {
        long lots = (long) Math.ceil(Math.max(quantity, Math.max(minimumOrder, 1)) / lotSize - 1e-9);
        return Math.toIntExact(Math.max(1, lots) * lotSize);
    }
}
