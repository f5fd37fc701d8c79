package org.gemba.planning.forecast.arima;

/// The order (p,d,q)(P,D,Q)m of a seasonal ARIMA model.
/// @param constant a mean where nothing is differenced, a drift where it is differenced once
public record SarimaOrder(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period, boolean constant) {
    /// @throws IllegalArgumentException for a negative order, or a period below 1
    public SarimaOrder {
        if (Math.min(Math.min(p, d), Math.min(q, seasonalP)) < 0 || Math.min(seasonalD, seasonalQ) < 0 || period < 1) {
            throw new IllegalArgumentException("no ARIMA order: " + p + d + q + seasonalP + seasonalD + seasonalQ);
        }
    }

    /// How many autoregressive and moving-average coefficients are estimated.
    public int coefficients() {
        return p + q + seasonalP + seasonalQ;
    }

    /// How many observations differencing takes away.
    public int lost() {
        return d + period * seasonalD;
    }

    /// The order with another constant.
    public SarimaOrder withConstant(boolean wanted) {
        return new SarimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period, wanted);
    }

    /// The order with changed autoregressive and moving-average parts, or this one where a part would leave its range.
    SarimaOrder moved(int byP, int byQ, int bySeasonalP, int bySeasonalQ) {
        int newP = p + byP;
        int newQ = q + byQ;
        int newSeasonalP = seasonalP + bySeasonalP;
        int newSeasonalQ = seasonalQ + bySeasonalQ;
        boolean inside = within(newP, OrderSearch.MOST)
                && within(newQ, OrderSearch.MOST)
                && within(newSeasonalP, OrderSearch.MOST_SEASONAL)
                && within(newSeasonalQ, OrderSearch.MOST_SEASONAL);
        return inside ? new SarimaOrder(newP, d, newQ, newSeasonalP, seasonalD, newSeasonalQ, period, constant) : this;
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    @Override
    public String toString() {
        String plain = "(%d,%d,%d)".formatted(p, d, q);
        String seasonal = period == 1 ? "" : "(%d,%d,%d)%d".formatted(seasonalP, seasonalD, seasonalQ, period);
        return plain + seasonal + (constant ? " with constant" : "");
    }
}
