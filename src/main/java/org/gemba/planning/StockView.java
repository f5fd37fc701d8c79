package org.gemba.planning;

import java.util.List;
import org.gemba.planning.optimise.StockStatus;
import org.jspecify.annotations.Nullable;

/// A product's stock as people look at it.
///
/// @param places those of the filter
/// @param available and reserved over all places, whatever the filter
/// @param value of all of it at cost
public record StockView(Product product, List<Place> places, double available, double reserved, double value) {
    /// @param reorderPoint the place's share of the product's
    /// @param maxLevel as told, or a reorder point and an economic order
    /// @param daysOfSupply null when nothing is sold there
    public record Place(
            String location,
            double available,
            double reserved,
            double reorderPoint,
            double maxLevel,
            StockStatus status,
            @Nullable Double daysOfSupply) {
        boolean hasAlert() {
            return status != StockStatus.NORMAL;
        }
    }

    boolean hasAlert() {
        return places.stream().anyMatch(Place::hasAlert);
    }

    boolean isLow() {
        return places.stream().anyMatch(place -> place.status().tooLow());
    }
}
