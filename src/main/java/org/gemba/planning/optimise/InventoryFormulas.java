package org.gemba.planning.optimise;

import org.gemba.planning.maths.Normal;

/// The classic formulas of one product's stock (Silver, Pyke and Thomas, Inventory and Production Management).
public final class InventoryFormulas {
    /// Below this mean demand over the lead time the normal distribution misleads.
    public static final double SLOW = 10;

    private static final int LARGEST_COUNT = 100_000;

    private InventoryFormulas() {}

    /// The order quantity at which ordering and holding cost the same: sqrt(2 D K / h).
    /// @param yearly demand in units
    /// @param orderCost money an order
    /// @param holding money a unit and year
    public static double economicOrder(double yearly, double orderCost, double holding) {
        return holding > 0 ? Math.sqrt(2 * yearly * orderCost / holding) : 0;
    }

    /// The same where the stock is filled at a finite daily rate while it is used.
    public static double economicBatch(
            double yearly, double orderCost, double holding, double dailyDemand, double dailyProduction) {
        return economicOrder(yearly, orderCost, holding * (1 - dailyDemand / dailyProduction));
    }

    /// Money a year for ordering and holding at this quantity: K D / Q + h Q / 2.
    public static double cycleCost(double yearly, double orderCost, double holding, double quantity) {
        return quantity > 0 ? orderCost * yearly / quantity + holding * quantity / 2 : 0;
    }

    /// The standard deviation of demand over the lead time: sqrt(L sd^2 + mean^2 sL^2).
    /// @param daily the standard deviation of a day's demand, or of a day's forecast error
    public static double leadSpread(double leadDays, double daily, double meanDaily, double leadDaysSpread) {
        return Math.sqrt(leadDays * daily * daily + Math.pow(meanDaily * leadDaysSpread, 2));
    }

    /// The stock that covers this share of the cycles beyond the mean demand.
    public static double safetyStock(double service, double leadSpread) {
        return Math.max(0, Normal.quantile(service)) * leadSpread;
    }

    /// The level at which to order. Slow movers, of which a lead time takes less than ten, get the quantile of a count:
    /// Poisson, or negative binomial where the variance is larger than the mean.
    public static double reorderPoint(double service, double leadDemand, double leadSpread) {
        return leadDemand > 0 && leadDemand < SLOW
                ? countQuantile(service, leadDemand, leadSpread * leadSpread)
                : leadDemand + safetyStock(service, leadSpread);
    }

    /// The expected units short in a cycle whose safety stock is `z` standard deviations.
    public static double unitsShort(double leadSpread, double z) {
        return leadSpread * Normal.loss(z);
    }

    /// The share of demand served from the shelf: 1 - sigma G(z) / Q.
    public static double fillRate(double leadSpread, double z, double quantity) {
        return quantity > 0 ? Math.clamp(1 - unitsShort(leadSpread, z) / quantity, 0, 1) : 0;
    }

    /// The share of cycles without shortage at which one more unit of safety stock costs what it saves: 1 - h Q / (p
    /// D).
    public static double cheapestService(double holding, double quantity, double shortCost, double yearly) {
        return Math.clamp(1 - holding * quantity / (shortCost * yearly), 0.5, 0.9999);
    }

    /// The best single order for one season: the quantile at the ratio of what a missing unit loses to both losses.
    public static double newsvendor(double price, double cost, double salvage, double mean, double spread) {
        return mean + spread * Normal.quantile((price - cost) / (price - salvage));
    }

    private static double countQuantile(double service, double mean, double variance) {
        boolean spread = variance > mean * 1.0001;
        double size = spread ? mean * mean / (variance - mean) : 0;
        double chance = spread ? Math.pow(size / (size + mean), size) : Math.exp(-mean);
        double sum = chance;
        int count = 0;
        while (sum < service && count < LARGEST_COUNT) {
            chance *= spread ? (size + count) / (count + 1) * mean / (size + mean) : mean / (count + 1);
            count++;
            sum += chance;
        }
        return count;
    }
}
