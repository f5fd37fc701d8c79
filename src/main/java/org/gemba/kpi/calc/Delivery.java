package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whether orders left when they were promised.
public final class Delivery {
    private Delivery() {}

    /// Where an order stands on the day that is asked about.
    public enum Standing {
        ON_TIME,
        LATE,
        /// Not shipped and not due before today: it counts neither way.
        NOT_YET_DUE
    }

    /// The day of shipping is compared with the promised day; the promised day itself is on time. What has not left
    /// is late from the day after.
    public static Standing standing(LocalDate promised, @Nullable LocalDate shipped, LocalDate asOf) {
        if (shipped != null) return shipped.isAfter(promised) ? Standing.LATE : Standing.ON_TIME;
        return promised.isBefore(asOf) ? Standing.LATE : Standing.NOT_YET_DUE;
    }

    /// @param orders on time and late; or, for TRUE-OTD, the completed ones among them
    public static Figure onTime(long onTime, long orders) {
        return Figure.percent(BigDecimal.valueOf(onTime), BigDecimal.valueOf(orders));
    }

    /// The day on which an order left: as noted, else the day after its last production once it is completed.
    public static @Nullable LocalDate shipped(
            @Nullable LocalDate noted, boolean isCompleted, @Nullable LocalDate lastProduced) {
        if (noted != null) return noted;
        return isCompleted && lastProduced != null ? lastProduced.plusDays(1) : null;
    }
}
