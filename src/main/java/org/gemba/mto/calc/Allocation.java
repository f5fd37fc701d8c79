package org.gemba.mto.calc;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.gemba.mto.Match;
import org.gemba.mto.Quantity;
import org.jspecify.annotations.Nullable;

/// Shares the totals of one code out among its lines, so that over all lines they add up to the ERP's total exactly
/// once: a line keeps what its own variant has, and what is left over goes to one elected line.
///
/// @param lines the auxiliary attributes of the code's lines
/// @param elected the one that takes what no line matches
/// @param strict whether what is not matched exactly counts as nothing
record Allocation(Set<Long> lines, long elected, boolean strict) {
    /// @param totals auxiliary attribute to total; empty when no document speaks of the code
    Quantity share(Map<Long, BigDecimal> totals, long line) {
        if (totals.isEmpty()) return Quantity.ABSENT;
        var exact = totals.get(line);
        if (line == elected && hasRest(totals)) {
            return new Quantity(strict ? orZero(exact) : orZero(exact).add(rest(totals)), restMatch(totals));
        }
        return exact == null ? new Quantity(BigDecimal.ZERO, Match.NO_MATCH) : new Quantity(exact, Match.EXACT);
    }

    private boolean hasRest(Map<Long, BigDecimal> totals) {
        return !lines.containsAll(totals.keySet());
    }

    private BigDecimal rest(Map<Long, BigDecimal> totals) {
        return totals.entrySet().stream()
                .filter(total -> !lines.contains(total.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Match restMatch(Map<Long, BigDecimal> totals) {
        boolean onlyWithoutAux = totals.keySet().stream().allMatch(aux -> aux == 0 || lines.contains(aux));
        return onlyWithoutAux ? Match.AUX_ZERO_FALLBACK : Match.ALL_AUX_ROLLUP;
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }
}
