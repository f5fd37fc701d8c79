package org.gemba.planning.forecast;

import java.util.Map;

/// Something about the series or the method that the reader of a forecast should know; the text is the caller's.
/// @param kind which remark
/// @param values the figures that belong to its text
public record Remark(Kind kind, Map<String, Object> values) {
    /// The remarks there are.
    public enum Kind {
        DAYS_WITHOUT_SALES_FILLED,
        NEGATIVE_DAYS_RAISED,
        CLOSED_DAYS_LEFT_OUT,
        HISTORY_CUT,
        CONSTANT,
        NEVER_SOLD,
        INTERMITTENT,
        PROMOTIONS_USED,
        METHOD_REPLACED,
        NO_BACKTEST
    }

    /// Takes a copy.
    public Remark {
        values = Map.copyOf(values);
    }

    static Remark of(Kind kind, String name, Object value) {
        return new Remark(kind, Map.of(name, value));
    }
}
