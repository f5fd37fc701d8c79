package org.gemba.kpi.calc;

import java.math.BigDecimal;

/// The standard of one piece of work, in hours of labour a unit, and from where it is known.
public record CycleTime(BigDecimal hours, Source source) {
    /// Where a standard comes from, most trusted first, under the names of the KPI document.
    public enum Source {
        WORK_ORDER("work_order.ideal_cycle_time", "1"),
        CLIENT_CONFIG("client_style_standard", "1"),
        AVERAGE("30_day_average_by_style", "0.75"),
        DEFAULT("industry_default", "0.5");

        private final String id;
        private final BigDecimal confidence;

        Source(String id, String confidence) {
            this.id = id;
            this.confidence = new BigDecimal(confidence);
        }

        public String id() {
            return id;
        }

        /// 0 to 1.
        public BigDecimal confidence() {
            return confidence;
        }

        /// True for everything but the order's own standard.
        public boolean isInferred() {
            return this != WORK_ORDER;
        }
    }
}
