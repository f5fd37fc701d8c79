package org.gemba.planning.optimise;

/// How a stock stands beside its levels.
public enum StockStatus {
    STOCKOUT,
    CRITICAL,
    LOW,
    NORMAL,
    OVERSTOCK;

    /// Available at most 0, at most the safety stock, at most the reorder point; in total at least the highest level.
    /// @param highest level; 0 when there is none
    public static StockStatus of(double available, double total, double safety, double reorderPoint, double highest) {
        if (available <= 0) {
            return STOCKOUT;
        }
        if (available <= safety) {
            return CRITICAL;
        }
        if (available <= reorderPoint) {
            return LOW;
        }
        return highest > 0 && total >= highest ? OVERSTOCK : NORMAL;
    }

    /// Whether it is too little.
    public boolean tooLow() {
        return this == STOCKOUT || this == CRITICAL || this == LOW;
    }
}
