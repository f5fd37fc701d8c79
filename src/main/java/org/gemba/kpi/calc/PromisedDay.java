package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The day by which an order is promised, and from where that is known.
///
/// @param confidence 0 to 1
public record PromisedDay(LocalDate day, Source source, BigDecimal confidence) {
    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(9);

    public enum Source {
        PLANNED_SHIP("work_order.planned_ship_date", "1"),
        REQUIRED("required_date", "0.9"),
        START_AND_WORK("planned_start_date_plus_ideal_cycle", "0.85");

        private final String id;
        private final BigDecimal confidence;

        Source(String id, String confidence) {
            this.id = id;
            this.confidence = new BigDecimal(confidence);
        }

        public String id() {
            return id;
        }

        public BigDecimal confidence() {
            return confidence;
        }
    }

    /// @param cycleTime of the order, inferred where it has none of its own
    /// @return empty when nothing says when the order is due
    public static Optional<PromisedDay> of(
            @Nullable LocalDate plannedShip,
            @Nullable LocalDate required,
            @Nullable LocalDate plannedStart,
            long quantity,
            CycleTime cycleTime) {
        if (plannedShip != null) return Optional.of(known(plannedShip, Source.PLANNED_SHIP));
        if (required != null) return Optional.of(known(required, Source.REQUIRED));
        if (plannedStart == null) return Optional.empty();
        var confidence =
                Source.START_AND_WORK.confidence().min(cycleTime.source().confidence());
        var day = plannedStart.plusDays(workDays(quantity, cycleTime.hours()));
        return Optional.of(new PromisedDay(day, Source.START_AND_WORK, confidence));
    }

    public boolean isInferred() {
        return source != Source.PLANNED_SHIP;
    }

    private static PromisedDay known(LocalDate day, Source source) {
        return new PromisedDay(day, source, source.confidence());
    }

    /// Nine hours a day, begun days whole. The size of the crew does not count: the document's rule.
    static long workDays(long quantity, BigDecimal hoursAUnit) {
        return hoursAUnit
                .multiply(BigDecimal.valueOf(quantity))
                .divide(HOURS_A_DAY, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
