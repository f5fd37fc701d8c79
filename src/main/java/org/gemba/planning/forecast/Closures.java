package org.gemba.planning.forecast;

import java.time.LocalDate;
import org.gemba.planning.forecast.model.Projection;

/// Nothing is sold on a closed day.
final class Closures {
    private Closures() {}

    /// The projection that starts on `first` with 0 on closed days.
    static Projection zeroed(Projection projection, DemandSeries series, LocalDate first) {
        for (int h = 0; h < projection.mean().length; h++) {
            if (series.closed(first.plusDays(h))) {
                projection.mean()[h] = 0;
                projection.lower()[h] = 0;
                projection.upper()[h] = 0;
            }
        }
        return projection;
    }
}
