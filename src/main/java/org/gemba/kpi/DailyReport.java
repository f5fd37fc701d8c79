package org.gemba.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the daily production report of one client says.
///
/// @param day the figures of the day
/// @param week the figures of the seven days up to it
/// @param trend the efficiency of the fourteen days up to it
/// @param stops the downtime of the seven days by reason, most first
public record DailyReport(
        Client client,
        LocalDate date,
        KpiBoard day,
        KpiBoard week,
        KpiSeries trend,
        List<Stops> stops,
        List<KpiRow.Entry> entries,
        DataQuality quality,
        Instant madeAt) {
    public static final int TREND_DAYS = 14;
    public static final int WEEK_DAYS = 7;

    /// The downtime of one reason in minutes.
    public record Stops(DowntimeReason reason, long minutes) {}

    public DailyReport {
        stops = List.copyOf(stops);
        entries = List.copyOf(entries);
    }
}
