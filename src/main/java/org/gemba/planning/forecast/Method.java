package org.gemba.planning.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The forecasting methods by the words of the API.
public enum Method {
    SMA(14),
    EXP_SMOOTHING(28),
    ARIMA(56),
    LINEAR_REGRESSION(28),
    ENSEMBLE(28),
    CROSTON_SBA(14),
    TSB(14),
    AUTO(14);

    private final int daysNeeded;

    Method(int daysNeeded) {
        this.daysNeeded = daysNeeded;
    }

    /// The days of history below which the method is replaced by a simpler one.
    public int daysNeeded() {
        return daysNeeded;
    }

    /// The word of the API: `exp_smoothing`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The method of a word; empty for an unknown one.
    public static Optional<Method> of(String word) {
        return Arrays.stream(values())
                .filter(method -> method.word().equals(word))
                .findFirst();
    }
}
