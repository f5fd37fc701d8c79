package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gemba.kpi.calc.CycleTime.Source;
import org.jspecify.annotations.Nullable;

/// Finds the standard of work whose order has none: that of the client for the style, else the mean of the client's
/// orders of the style that were worked on in the 30 days that end with the day in question, else a quarter of an hour.
/// The day is that of the row and not today, so that a figure of last month stays what it was.
public final class CycleTimes {
    public static final int WINDOW_DAYS = 30;
    private static final BigDecimal INDUSTRY_DEFAULT = new BigDecimal("0.25");

    /// A day on which an order with a standard was worked on.
    public record Worked(String workOrderId, String style, BigDecimal standard, LocalDate day) {}

    private record Order(BigDecimal standard, NavigableSet<LocalDate> days) {
        boolean isWorked(LocalDate first, LocalDate last) {
            var latest = days.floor(last);
            return latest != null && !latest.isBefore(first);
        }
    }

    private final Map<String, BigDecimal> standards;
    private final Map<String, Map<String, Order>> orders = new HashMap<>();

    /// @param standards the client's, by style
    /// @param history of the same client, from {@link #WINDOW_DAYS} before the first row on
    public CycleTimes(Map<String, BigDecimal> standards, Collection<Worked> history) {
        this.standards = Map.copyOf(standards);
        for (var worked : history) {
            orders.computeIfAbsent(worked.style(), style -> new HashMap<>())
                    .computeIfAbsent(worked.workOrderId(), id -> new Order(worked.standard(), new TreeSet<>()))
                    .days()
                    .add(worked.day());
        }
    }

    /// @param own the order's own standard; null when it has none
    public CycleTime of(@Nullable BigDecimal own, String style, LocalDate day) {
        if (own != null) return new CycleTime(own, Source.WORK_ORDER);
        var standard = standards.get(style);
        if (standard != null) return new CycleTime(standard, Source.CLIENT_CONFIG);
        return average(style, day)
                .map(mean -> new CycleTime(mean, Source.AVERAGE))
                .orElse(new CycleTime(INDUSTRY_DEFAULT, Source.DEFAULT));
    }

    private Optional<BigDecimal> average(String style, LocalDate day) {
        var first = day.minusDays(WINDOW_DAYS - 1);
        var worked = orders.getOrDefault(style, Map.of()).values().stream()
                .filter(order -> order.isWorked(first, day))
                .map(Order::standard)
                .toList();
        if (worked.isEmpty()) return Optional.empty();
        var sum = worked.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(sum.divide(BigDecimal.valueOf(worked.size()), MathContext.DECIMAL128));
    }
}
