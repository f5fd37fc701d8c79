package org.gemba.kpi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The ten figures of the document, and OEE beside them.
public enum KpiName {
    WIP_AGING("10", false),
    ON_TIME_DELIVERY("95", true),
    EFFICIENCY("90", true),
    PERFORMANCE("90", true),
    PPM("5000", false),
    DPMO("5000", false),
    FPY("95", true),
    RTY("95", true),
    AVAILABILITY("90", true),
    ABSENTEEISM("3", false),
    OEE("85", true);

    private final BigDecimal defaultTarget;
    private final boolean higherIsBetter;

    KpiName(String defaultTarget, boolean higherIsBetter) {
        this.defaultTarget = new BigDecimal(defaultTarget);
        this.higherIsBetter = higherIsBetter;
    }

    /// As the document writes it, for example `on_time_delivery`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What holds for a client without a target of its own: percent, days for the WIP aging, parts for PPM and DPMO.
    public BigDecimal defaultTarget() {
        return defaultTarget;
    }

    /// The largest target that makes sense.
    public long mostTarget() {
        return switch (this) {
            case WIP_AGING -> 3650;
            case PPM, DPMO -> 1_000_000;
            default -> 200;
        };
    }

    public boolean isHigherBetter() {
        return higherIsBetter;
    }

    public static Optional<KpiName> of(String code) {
        return Arrays.stream(values()).filter(kpi -> kpi.code().equals(code)).findFirst();
    }
}
