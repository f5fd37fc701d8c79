package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.Set;

/// What is known about days, past and coming.
/// @param closed days on which nothing can be sold
/// @param promoted days on which the product is promoted
/// @param promotionsPlanned whether coming promotions are in `promoted`; if not, past ones teach nothing usable
public record KnownDays(Set<LocalDate> closed, Set<LocalDate> promoted, boolean promotionsPlanned) {
    /// Takes copies.
    public KnownDays {
        closed = Set.copyOf(closed);
        promoted = Set.copyOf(promoted);
    }

    /// Nothing is known.
    public static KnownDays nothing() {
        return new KnownDays(Set.of(), Set.of(), false);
    }
}
