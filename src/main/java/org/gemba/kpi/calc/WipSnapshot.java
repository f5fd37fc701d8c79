package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The orders in work at the end of one day, oldest first. What began before the range that somebody looks at counts
/// too: the oldest orders are the ones that matter.
public record WipSnapshot(List<Aged> orders) {
    private static final BigDecimal START_FROM_PRODUCTION = new BigDecimal("0.8");
    private static final BigDecimal START_FROM_PLAN = new BigDecimal("0.5");

    /// One order and its age.
    public record Aged(OrderFacts order, LocalDate start, WipAge age) {}

    public static WipSnapshot of(Collection<OrderFacts> orders, LocalDate asOf) {
        return new WipSnapshot(orders.stream()
                .filter(order -> order.isOpen(asOf))
                .flatMap(order -> order.start().stream()
                        .map(start -> new Aged(order, start, WipAge.of(start, asOf, order.holds()))))
                .sorted(Comparator.comparingInt((Aged aged) -> aged.age().active())
                        .reversed()
                        .thenComparing(aged -> aged.order().id()))
                .toList());
    }

    public Optional<Aged> oldest() {
        return orders.stream().findFirst();
    }

    /// The mean age in days without holds.
    public Measured average() {
        long days = orders.stream().mapToLong(aged -> aged.age().active()).sum();
        var figure = WipAge.average(days, orders.size());
        boolean isInferred = orders.stream().anyMatch(aged -> aged.order().isStartInferred());
        return isInferred ? new Measured(figure, List.of("start_date"), confidence()) : Measured.sure(figure);
    }

    private BigDecimal confidence() {
        return orders.stream()
                .filter(aged -> aged.order().isStartInferred())
                .map(aged -> aged.order().firstProduced() != null ? START_FROM_PRODUCTION : START_FROM_PLAN)
                .reduce(BigDecimal.ONE, BigDecimal::min);
    }
}
