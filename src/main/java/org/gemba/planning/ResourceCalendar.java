package org.gemba.planning;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// When a resource works, in the factory's zone.
///
/// @param weekly spans by day; one whose end is not after its begin goes on into the next day
/// @param maintenance when it stands still all the same
public record ResourceCalendar(Map<DayOfWeek, List<Span>> weekly, List<Down> maintenance) {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    public record Span(LocalTime begin, LocalTime end) {}

    public record Down(LocalDateTime start, LocalDateTime end) {}

    public ResourceCalendar {
        weekly = Map.copyOf(weekly);
        maintenance = List.copyOf(maintenance);
    }

    /// Monday to Friday, eight hours from eight o'clock.
    public static ResourceCalendar usual() {
        var weekly = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day.getValue() <= 5) weekly.put(day, List.of(new Span(MORNING, AFTERNOON)));
        }
        return new ResourceCalendar(weekly, List.of());
    }

    /// Minutes of working time on a day, maintenance included, and how many of them are maintenance.
    public record Minutes(long open, long maintenance) {}

    public Minutes on(LocalDate day) {
        long open = 0;
        long down = 0;
        for (var piece : spans(day)) {
            open += Duration.between(piece.start(), piece.end()).toMinutes();
            for (var other : maintenance) down += overlap(piece, other);
        }
        return new Minutes(open, Math.min(open, down));
    }

    /// What of the spans of this and the former day lies on this day.
    private List<Down> spans(LocalDate day) {
        var pieces = new ArrayList<Down>();
        for (var begun : List.of(day.minusDays(1), day)) {
            for (var span : weekly.getOrDefault(begun.getDayOfWeek(), List.of())) {
                boolean isOverMidnight = !span.end().isAfter(span.begin());
                var start = begun.atTime(span.begin());
                var end = (isOverMidnight ? begun.plusDays(1) : begun).atTime(span.end());
                var from = start.isBefore(day.atStartOfDay()) ? day.atStartOfDay() : start;
                var midnight = day.plusDays(1).atStartOfDay();
                var to = end.isAfter(midnight) ? midnight : end;
                if (from.isBefore(to)) pieces.add(new Down(from, to));
            }
        }
        return pieces;
    }

    private static long overlap(Down one, Down other) {
        var from = one.start().isAfter(other.start()) ? one.start() : other.start();
        var to = one.end().isBefore(other.end()) ? one.end() : other.end();
        return Math.max(0, Duration.between(from, to).toMinutes());
    }
}
