package org.gemba.mto.calc;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// The totals of one kind of document by material code and auxiliary attribute.
final class Tally {
    private final Map<String, Map<Long, BigDecimal>> totals = new LinkedHashMap<>();

    void add(String code, long auxId, BigDecimal quantity) {
        totals.computeIfAbsent(code, c -> new LinkedHashMap<>()).merge(auxId, quantity, BigDecimal::add);
    }

    /// Auxiliary attribute to total, first seen first; empty when no document speaks of the code.
    Map<Long, BigDecimal> of(String code) {
        return totals.getOrDefault(code, Map.of());
    }

    boolean has(String code) {
        return totals.containsKey(code);
    }

    /// Whether any total of the code differs from zero.
    boolean hasSome(String code) {
        return of(code).values().stream().anyMatch(total -> total.signum() != 0);
    }
}
