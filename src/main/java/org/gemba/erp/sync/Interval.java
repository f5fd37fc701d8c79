package org.gemba.erp.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Days from the first up to, not including, the last. Fetching and purging use the same one, so that neither loses a
/// day that the other had.
record Interval(LocalDate from, LocalDate to) {
    /// @param last the last day that still belongs to it
    static Interval of(LocalDate first, LocalDate last) {
        return new Interval(first, last.plusDays(1));
    }

    /// Pieces of at most so many days, the newest first: they matter most.
    List<Interval> pieces(int days) {
        var pieces = new ArrayList<Interval>();
        for (var at = from; at.isBefore(to); at = at.plusDays(days)) {
            var end = at.plusDays(days);
            pieces.add(new Interval(at, end.isBefore(to) ? end : to));
        }
        return pieces.reversed();
    }

    @Override
    public String toString() {
        return from + " – " + to.minusDays(1);
    }
}
