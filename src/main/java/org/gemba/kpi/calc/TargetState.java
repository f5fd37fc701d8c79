package org.gemba.kpi.calc;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How a value stands to its target.
public enum TargetState {
    REACHED,
    /// Within five hundredths of it.
    NEAR,
    MISSED,
    /// The value is not known, or nobody has said what it should be.
    UNKNOWN;

    private static final BigDecimal TOLERANCE = new BigDecimal("0.95");

    /// @param value as shown, so that colour and number agree
    public static TargetState of(@Nullable BigDecimal value, @Nullable BigDecimal target, boolean isHigherBetter) {
        if (value == null || target == null) return UNKNOWN;
        var reached = isHigherBetter ? value : target;
        var limit = isHigherBetter ? target : value;
        if (reached.compareTo(limit) >= 0) return REACHED;
        return reached.compareTo(limit.multiply(TOLERANCE)) >= 0 ? NEAR : MISSED;
    }
}
