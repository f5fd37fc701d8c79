package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.util.List;

/// A figure and how far it can be trusted.
///
/// @param inferred the fields that were put in for missing ones, by the names of the document; empty for none
/// @param confidence 0 to 1, that of the least certain field
public record Measured(Figure figure, List<String> inferred, BigDecimal confidence) {
    /// Below it a figure is shown as uncertain.
    public static final BigDecimal LOW = new BigDecimal("0.7");

    public Measured {
        inferred = List.copyOf(inferred);
    }

    static Measured sure(Figure figure) {
        return new Measured(figure, List.of(), BigDecimal.ONE);
    }

    static Measured guessed(Figure figure, String confidence, String... fields) {
        return new Measured(figure, List.of(fields), new BigDecimal(confidence));
    }

    public boolean isInferred() {
        return !inferred.isEmpty();
    }

    public boolean isUncertain() {
        return confidence.compareTo(LOW) < 0;
    }
}
