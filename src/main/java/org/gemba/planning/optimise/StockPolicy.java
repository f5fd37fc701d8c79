package org.gemba.planning.optimise;

import org.gemba.planning.maths.Normal;

/// One way to run a product's stock.
/// @param service the share of cycles without shortage
/// @param orderQuantity units an order
/// @param safetyStock units beyond the expected demand of the lead time
/// @param reorderPoint units at which to order
/// @param level the most that lies there: reorder point and an order, in whole units
/// @param cost money a year, by kind
/// @param fillRate the share of demand served from the shelf
public record StockPolicy(
        double service,
        int orderQuantity,
        double safetyStock,
        double reorderPoint,
        int level,
        CostSplit cost,
        double fillRate) {
    /// Money a year.
    public record CostSplit(double ordering, double holding, double stockout) {
        /// All of it.
        public double total() {
            return ordering + holding + stockout;
        }
    }

    /// The policy of a service level and an order quantity.
    public static StockPolicy of(StockItem item, CostParameters costs, double service, int quantity) {
        double reorder = InventoryFormulas.reorderPoint(service, item.leadDemand(), item.leadSpread());
        return ofReorderPoint(item, costs, service, quantity, reorder);
    }

    /// The present policy as its highest level tells it: what is above an economic order is the reorder point.
    public static StockPolicy present(StockItem item, CostParameters costs) {
        double holding = costs.holdingRate() * item.unitCost();
        double economic = InventoryFormulas.economicOrder(item.yearlyDemand(), costs.orderCost(), holding);
        int quantity = item.orderable(Math.min(economic, Math.max(1, item.currentLevel() - item.leadDemand())));
        double reorder = Math.max(0, item.currentLevel() - quantity);
        double z = item.leadSpread() > 0 ? (reorder - item.leadDemand()) / item.leadSpread() : 0;
        return ofReorderPoint(item, costs, Normal.probability(z), quantity, reorder);
    }

    private static StockPolicy ofReorderPoint(
            StockItem item, CostParameters costs, double service, int quantity, double reorder) {
        double safety = Math.max(0, reorder - item.leadDemand());
        double z = item.leadSpread() > 0 ? (reorder - item.leadDemand()) / item.leadSpread() : 0;
        double holding = costs.holdingRate() * item.unitCost();
        double cycles = item.yearlyDemand() / quantity;
        var split = new CostSplit(
                costs.orderCost() * cycles,
                holding * (quantity / 2.0 + safety),
                costs.stockoutCost() * InventoryFormulas.unitsShort(item.leadSpread(), z) * cycles);
        double fill = item.leadSpread() > 0 ? InventoryFormulas.fillRate(item.leadSpread(), z, quantity) : 1;
        int level = Math.toIntExact((long) Math.ceil(reorder - 1e-9) + quantity);
        return new StockPolicy(service, quantity, safety, reorder, level, split, fill);
    }

    /// How often a year the average stock is sold: D / (Q/2 + SS).
    public double turns(StockItem item) {
        double average = orderQuantity / 2.0 + safetyStock;
        return average > 0 ? item.yearlyDemand() / average : 0;
    }
}
