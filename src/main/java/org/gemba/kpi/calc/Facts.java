package org.gemba.kpi.calc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All that the figures of a set of clients in a range of days are made from.
///
/// @param days the totals of each day that has any rows
/// @param orders those that were in work, promised or completed in the range
/// @param present how many entries say who was present
public record Facts(NavigableMap<LocalDate, Totals> days, List<OrderFacts> orders, Present present) {
    /// @param entries all of them
    /// @param noted those that say it
    public record Present(long entries, long noted) {
        Present plus(Present more) {
            return new Present(entries + more.entries, noted + more.noted);
        }
    }

    public Facts {
        orders = List.copyOf(orders);
    }

    /// Each client's own standards have gone into its facts; only sums are added here.
    public static Facts together(Collection<Facts> all) {
        var days = new TreeMap<LocalDate, Totals>();
        var present = new Present(0, 0);
        for (var facts : all) {
            facts.days.forEach((day, totals) -> days.merge(day, totals, Totals::plus));
            present = present.plus(facts.present);
        }
        return new Facts(
                days, all.stream().flatMap(facts -> facts.orders.stream()).toList(), present);
    }

    public Totals total() {
        return days.values().stream().reduce(Totals.NONE, Totals::plus);
    }
}
