package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes a demand series of the sales of days: gaps become zero, days before the first sale do not count, closed days
/// hold what an open day would have sold, and each of these is told.
public final class SeriesPreparation {
    /// The fewest days that can be forecast from.
    public static final int FEWEST_DAYS = 14;

    /// The most days that are learned from.
    public static final int MOST_DAYS = 730;

    private static final int WEEK = 7;
    private static final int NEIGHBOURS = 4;

    private SeriesPreparation() {}

    /// What preparation ends in.
    public sealed interface Prepared {}

    /// A series that can be forecast.
    public record Ready(DemandSeries series) implements Prepared {}

    /// Too few days since the first sale.
    public record TooShort(int daysThere, int daysNeeded) implements Prepared {}

    /// Prepares the units sold by day up to and including `last`; cancelled orders are already left out.
    public static Prepared prepare(Map<LocalDate, Double> sales, LocalDate last, KnownDays known) {
        SortedMap<LocalDate, Double> sorted = new TreeMap<>(sales).headMap(last.plusDays(1));
        var sold = sorted.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .or(() -> sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.firstKey()));
        int days = sold.map(first -> (int) Math.max(0, last.toEpochDay() - first.toEpochDay() + 1))
                .orElse(0);
        if (days < FEWEST_DAYS) {
            return new TooShort(days, FEWEST_DAYS);
        }
        var remarks = new ArrayList<Remark>();
        int kept = Math.min(days, MOST_DAYS);
        if (kept < days) {
            remarks.add(new Remark(Remark.Kind.HISTORY_CUT, Map.of("days", days, "used", kept)));
        }
        return new Ready(series(sorted, last.minusDays(kept - 1L), kept, known, remarks));
    }

    private static DemandSeries series(
            Map<LocalDate, Double> sales, LocalDate first, int days, KnownDays known, List<Remark> remarks) {
        double[] actual = new double[days];
        int missing = 0;
        int negative = 0;
        for (int t = 0; t < days; t++) {
            var units = sales.get(first.plusDays(t));
            missing += units == null ? 1 : 0;
            negative += units != null && units < 0 ? 1 : 0;
            actual[t] = units == null ? 0 : Math.max(0, units);
        }
        count(remarks, Remark.Kind.DAYS_WITHOUT_SALES_FILLED, missing);
        count(remarks, Remark.Kind.NEGATIVE_DAYS_RAISED, negative);
        double[] values = opened(actual, first, known, remarks);
        var pattern = DemandPattern.of(values);
        if (pattern.variation() == 0 && Double.isInfinite(pattern.interval())) {
            remarks.add(new Remark(Remark.Kind.NEVER_SOLD, Map.of()));
        } else if (pattern.rare()) {
            remarks.add(Remark.of(Remark.Kind.INTERMITTENT, "interval", pattern.interval()));
        }
        return new DemandSeries(first, values, actual, known, pattern, List.copyOf(remarks));
    }

    private static void count(List<Remark> remarks, Remark.Kind kind, int days) {
        if (days > 0) {
            remarks.add(Remark.of(kind, "days", days));
        }
    }

    /// A closed day without sales gets the mean of the open days nearest to it that fall on the same weekday.
    private static double[] opened(double[] actual, LocalDate first, KnownDays known, List<Remark> remarks) {
        boolean[] closed = new boolean[actual.length];
        for (int t = 0; t < actual.length; t++) {
            closed[t] = actual[t] == 0 && known.closed().contains(first.plusDays(t));
        }
        int count =
                (int) IntStream.range(0, closed.length).filter(t -> closed[t]).count();
        if (count == 0) {
            return actual;
        }
        count(remarks, Remark.Kind.CLOSED_DAYS_LEFT_OUT, count);
        double[] values = actual.clone();
        for (int t = 0; t < actual.length; t++) {
            values[t] = closed[t] ? neighbours(actual, closed, t) : actual[t];
        }
        return values;
    }

    private static double neighbours(double[] actual, boolean[] closed, int at) {
        double sum = 0;
        int found = 0;
        for (int far = WEEK; far < actual.length && found < NEIGHBOURS; far += WEEK) {
            for (int t : new int[] {at - far, at + far}) {
                if (t >= 0 && t < actual.length && !closed[t]) {
                    sum += actual[t];
                    found++;
                }
            }
        }
        return found == 0 ? 0 : sum / found;
    }
}
