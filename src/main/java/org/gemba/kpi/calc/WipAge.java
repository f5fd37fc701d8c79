package org.gemba.kpi.calc;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long one order has been in work: days between two dates, so that what starts today is 0 days old.
///
/// @param inWip days since the start
/// @param onHold those of them that it stood; a hold lifted on its own day takes none
public record WipAge(int inWip, int onHold) {
    private static final int[] UPPER = {7, 14, 30};

    /// @param until null while it lasts
    public record Hold(LocalDate from, @Nullable LocalDate until) {}

    /// @param asOf the day that is asked about, or that of completion
    public static WipAge of(LocalDate start, LocalDate asOf, List<Hold> holds) {
        int total = (int) Math.max(0, ChronoUnit.DAYS.between(start, asOf));
        long held = 0;
        var reached = start;
        for (var hold : holds.stream().sorted(Comparator.comparing(Hold::from)).toList()) {
            var from = later(hold.from(), reached);
            var until = hold.until() == null || hold.until().isAfter(asOf) ? asOf : hold.until();
            if (!until.isAfter(from)) continue;
            held += ChronoUnit.DAYS.between(from, until);
            reached = until;
        }
        return new WipAge(total, (int) Math.min(held, total));
    }

    /// The age that counts.
    public int active() {
        return inWip - onHold;
    }

    /// The mean age; not known when nothing is in work.
    public static Figure average(long days, long orders) {
        return Figure.ratio(BigDecimal.valueOf(days), BigDecimal.valueOf(orders), 1);
    }

    /// `0-7`, `8-14`, `15-30` or `>30` days.
    public static String bucket(int days) {
        int least = 0;
        for (int most : UPPER) {
            if (days <= most) return least + "-" + most;
            least = most + 1;
        }
        return ">" + UPPER[UPPER.length - 1];
    }

    private static LocalDate later(LocalDate one, LocalDate two) {
        return one.isAfter(two) ? one : two;
    }
}
