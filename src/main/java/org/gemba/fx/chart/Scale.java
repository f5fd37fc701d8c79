package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// An axis whose ends and steps are round numbers: steps are 1, 2 or 5 times a power of ten (Heckbert, "Nice numbers
/// for graph labels", Graphics Gems, 1990, with the step rounded up so that no more ticks come than asked for).
record Scale(BigDecimal low, BigDecimal high, BigDecimal step) {
    private static final double[] ROUND = {1, 2, 5, 10};

    /// @param most ticks at most, at least two
    static Scale around(double from, double to, int most) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        if (high - low <= Math.abs(high) * 1e-12) {
            if (low < 0) high = 0;
            else high = low + 1;
        }
        // An axis across zero has three ticks at least.
        int fitting = Math.max(low < 0 && high > 0 ? 3 : 2, most);
        double step = round((high - low) / (fitting - 1));
        while (Math.ceil(high / step) - Math.floor(low / step) + 1 > fitting) step = round(step * 1.01);
        var exact = exact(step);
        return new Scale(times(exact, Math.floor(low / step)), times(exact, Math.ceil(high / step)), exact);
    }

    List<BigDecimal> ticks() {
        var ticks = new ArrayList<BigDecimal>();
        for (var tick = low; tick.compareTo(high) <= 0; tick = tick.add(step)) ticks.add(tick);
        return ticks;
    }

    /// Where a value stands between two ends.
    double place(double value, double atLow, double atHigh) {
        double share = (value - low.doubleValue()) / (high.doubleValue() - low.doubleValue());
        return atLow + share * (atHigh - atLow);
    }

    private static double round(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double candidate : ROUND) if (candidate * power >= rough * (1 - 1e-9)) return candidate * power;
        return 10 * power;
    }

    private static BigDecimal exact(double step) {
        return new BigDecimal(step, new MathContext(1)).stripTrailingZeros();
    }

    private static BigDecimal times(BigDecimal step, double count) {
        return step.multiply(BigDecimal.valueOf((long) count));
    }
}
