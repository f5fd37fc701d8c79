package org.gemba.planning.optimise;

import java.util.Optional;

/// What to order, when and why.
/// @param product its id
/// @param position units at hand and on order
/// @param reorderPoint units at which to order
/// @param order recommended units
/// @param priority how soon
/// @param reason which sentence says why
/// @param days that belong to the sentence: until the reorder point is reached, or until the stock is gone
/// @param cost money of the order
public record ReorderAdvice(
        long product,
        double position,
        double reorderPoint,
        int order,
        Priority priority,
        Reason reason,
        double days,
        double cost) {
    /// How soon: now, within a week, within two.
    public enum Priority {
        HIGH,
        MEDIUM,
        LOW
    }

    /// The sentences; their texts are the feature's.
    public enum Reason {
        NOTHING_LEFT,
        RUNS_OUT_BEFORE_DELIVERY,
        BELOW_REORDER_POINT,
        REACHES_REORDER_POINT
    }

    private static final double SOON = 7;
    private static final double LATER = 14;

    /// The advice for a product whose lead demand and spread already contain any lengthening of the lead time; empty
    /// when
    /// its reorder point is more than two weeks away or nothing is sold.
    /// @param position units at hand and on order
    /// @param leadDays the days until an order arrives
    public static Optional<ReorderAdvice> of(
            StockItem item, CostParameters costs, double service, double position, double leadDays) {
        double daily = item.dailyDemand();
        double economic = InventoryFormulas.economicOrder(
                item.yearlyDemand(), costs.orderCost(), costs.holdingRate() * item.unitCost());
        double reorder = InventoryFormulas.reorderPoint(service, item.leadDemand(), item.leadSpread());
        double days = daily > 0 ? (position - reorder) / daily : Double.POSITIVE_INFINITY;
        if (days > LATER || daily <= 0) {
            return Optional.empty();
        }
        int order = item.orderable(economic + Math.max(0, reorder - position));
        var priority = days <= 0 ? Priority.HIGH : days <= SOON ? Priority.MEDIUM : Priority.LOW;
        double left = Math.max(0, position / daily);
        var reason = reason(position, days, left, leadDays);
        boolean atHand = reason == Reason.RUNS_OUT_BEFORE_DELIVERY || reason == Reason.BELOW_REORDER_POINT;
        return Optional.of(new ReorderAdvice(
                item.product(),
                position,
                reorder,
                order,
                priority,
                reason,
                atHand ? left : Math.max(0, days),
                order * item.unitCost()));
    }

    private static Reason reason(double position, double days, double left, double leadDays) {
        if (position <= 0) {
            return Reason.NOTHING_LEFT;
        }
        if (left < leadDays) {
            return Reason.RUNS_OUT_BEFORE_DELIVERY;
        }
        return days <= 0 ? Reason.BELOW_REORDER_POINT : Reason.REACHES_REORDER_POINT;
    }
}
