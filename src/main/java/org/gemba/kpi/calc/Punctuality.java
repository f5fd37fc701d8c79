package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.gemba.kpi.calc.Delivery.Standing;
import org.jspecify.annotations.Nullable;

/// The orders that were promised for a time, and how they stood. Given up ones do not count; what is not yet due counts
/// neither way and is reported as such.
///
/// @param undated orders that nothing says the due day of
public record Punctuality(List<Due> due, int undated) {
    /// One promised order.
    public record Due(OrderFacts order, PromisedDay promised, Standing standing) {}

    /// @param from the first promised day
    /// @param to the last promised day
    /// @param asOf what had happened by this day
    public static Punctuality of(Collection<OrderFacts> orders, LocalDate from, LocalDate to, LocalDate asOf) {
        var alive = orders.stream().filter(order -> order.dropped() == null).toList();
        var due = alive.stream()
                .map(order -> due(order, from, to, asOf))
                .filter(Objects::nonNull)
                .toList();
        int undated =
                (int) alive.stream().filter(order -> order.promised() == null).count();
        return new Punctuality(due, undated);
    }

    private static @Nullable Due due(OrderFacts order, LocalDate from, LocalDate to, LocalDate asOf) {
        var promised = order.promised();
        if (promised == null || promised.day().isBefore(from) || promised.day().isAfter(to)) return null;
        var shipped = order.shipped() == null || order.shipped().isAfter(asOf) ? null : order.shipped();
        return new Due(order, promised, Delivery.standing(promised.day(), shipped, asOf));
    }

    public long count(Standing standing) {
        return due.stream().filter(each -> each.standing() == standing).count();
    }

    public long onTime() {
        return count(Standing.ON_TIME);
    }

    public long late() {
        return count(Standing.LATE);
    }

    /// On time over all that were due.
    public Measured onTimeDelivery() {
        return measured(due);
    }

    /// On time over the completed orders that were due: what left in part does not count.
    public Measured trueOnTimeDelivery() {
        return measured(due.stream().filter(each -> each.order().isCompleted()).toList());
    }

    private static Measured measured(List<Due> orders) {
        var counted = orders.stream()
                .filter(each -> each.standing() != Standing.NOT_YET_DUE)
                .toList();
        long onTime = counted.stream()
                .filter(each -> each.standing() == Standing.ON_TIME)
                .count();
        var figure = Delivery.onTime(onTime, counted.size());
        var confidence =
                counted.stream().map(each -> each.promised().confidence()).reduce(BigDecimal.ONE, BigDecimal::min);
        boolean isInferred = counted.stream().anyMatch(each -> each.promised().isInferred());
        return new Measured(figure, isInferred ? List.of("planned_ship_date") : List.of(), confidence);
    }
}
