package org.gemba.planning.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gemba.planning.forecast.model.Future;
import org.gemba.planning.forecast.model.Training;

/// A product's demand, ready to be learned from.
/// @param first the first day
/// @param values units a day without gaps; closed days hold what an open day would have sold
/// @param actual units a day as they were sold
/// @param known what is known about days
/// @param pattern how regular the demand is
/// @param remarks what was done to it
@SuppressWarnings("ArrayRecordComponent")
public record DemandSeries(
        LocalDate first,
        double[] values,
        double[] actual,
        KnownDays known,
        DemandPattern pattern,
        List<Remark> remarks) {
    private static final int FEWEST_PROMOTED = 7;

    /// The last day of history.
    public LocalDate last() {
        return first.plusDays(values.length - 1L);
    }

    /// How many days there are.
    public int size() {
        return values.length;
    }

    boolean constant() {
        return Arrays.stream(actual).allMatch(value -> value == actual[0]);
    }

    /// Enough promoted days in the history to learn from, and coming ones known.
    boolean promotionsUsable() {
        long promoted = first.datesUntil(last().plusDays(1))
                .filter(known.promoted()::contains)
                .count();
        return known.promotionsPlanned() && promoted >= FEWEST_PROMOTED && size() - promoted >= FEWEST_PROMOTED;
    }

    Training training(int period) {
        return new Training(values, period, promotions(first, size()));
    }

    Future future(int horizon) {
        return new Future(horizon, promotions(last().plusDays(1), horizon));
    }

    private double[][] promotions(LocalDate from, int days) {
        if (!promotionsUsable()) {
            return new double[0][];
        }
        double[] row = new double[days];
        Arrays.setAll(row, t -> known.promoted().contains(from.plusDays(t)) ? 1 : 0);
        return new double[][] {row};
    }

    boolean closed(LocalDate day) {
        return known.closed().contains(day);
    }
}
