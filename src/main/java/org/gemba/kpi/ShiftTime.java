package org.gemba.kpi;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How long a shift was: the scheduled hours, else the time in which the line ran plus the time in which it stood
/// still. In minutes, because those are exact where hours need not be. This rule alone gives the figures of every
/// example in the document.
public final class ShiftTime {
    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private ShiftTime() {}

    public static BigDecimal minutes(@Nullable BigDecimal scheduledHours, BigDecimal runTimeHours, long downtime) {
        if (scheduledHours != null) return scheduledHours.multiply(SIXTY);
        return runTimeHours.multiply(SIXTY).add(BigDecimal.valueOf(downtime));
    }
}
