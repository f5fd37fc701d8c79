package org.gemba.erp.k3cloud;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Pieces of filter strings. The ERP takes no parameters, so every value goes through {@link #quoted}.
final class Filters {
    private Filters() {}

    static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String in(String field, Collection<String> values) {
        return field + " IN (" + values.stream().map(Filters::quoted).collect(Collectors.joining(",")) + ")";
    }

    static String inNumbers(String field, Collection<Long> values) {
        return field + " IN (" + values.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    /// The half-open interval from the first day's midnight up to, not including, the last day's.
    static String within(String field, LocalDate from, LocalDate to) {
        return "(" + field + " >= '" + from + "' AND " + field + " < '" + to + "')";
    }

    static String any(List<String> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : "(" + String.join(" OR ", conditions) + ")";
    }

    static String both(String first, String second) {
        if (first.isEmpty()) return second;
        return second.isEmpty() ? first : first + " AND " + second;
    }
}
