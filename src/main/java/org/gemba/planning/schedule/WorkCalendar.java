package org.gemba.planning.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// When a line works in an ordinary week, and when it is down. Makes the {@link Window}s of a {@link Line}.
///
/// @param weekly shifts by day; a shift whose end is not after its begin goes on until that time of the next day
public record WorkCalendar(Map<DayOfWeek, List<Shift>> weekly, List<Window> maintenance) {
    private static final int DAY = 24 * 60;
    private static final int MOST_DAYS = 5 * 366;

    public record Shift(LocalTime begin, LocalTime end) {
        int from() {
            return begin.toSecondOfDay() / 60;
        }

        int to() {
            int minute = end.toSecondOfDay() / 60;
            return minute > from() ? minute : minute + DAY;
        }
    }

    public WorkCalendar {
        weekly = Map.copyOf(weekly);
        maintenance = List.copyOf(maintenance);
    }

    /// Regular time from minute 0 of a day on, until there is enough of it.
    ///
    /// @param atLeast open minutes that are needed
    /// @param until the clock minute up to which there must be windows at least
    /// @return fewer than asked when the week has no shift
    public List<Window> open(LocalDate firstDay, int atLeast, int until) {
        var windows = new ArrayList<Window>();
        int sum = 0;
        for (int day = 0; day < MOST_DAYS && (sum < atLeast || day * DAY < until); day++) {
            for (var window : shifts(firstDay, day)) {
                windows.add(window);
                sum += window.minutes();
            }
        }
        return joined(windows);
    }

    /// The hours after the last shift of each day, outside maintenance, that may be opened as overtime.
    ///
    /// @param perDay minutes of it a day at most
    public List<Window> overtime(LocalDate firstDay, int perDay, int until) {
        var open = open(firstDay, 0, until + DAY);
        var extra = new ArrayList<Window>();
        for (int day = 0; day * DAY < until; day++) {
            int end = -1;
            for (var shift : weekly.getOrDefault(firstDay.plusDays(day).getDayOfWeek(), List.of())) {
                end = Math.max(end, day * DAY + shift.to());
            }
            if (end < 0) continue;
            extra.addAll(without(new Window(end, end + perDay), open));
        }
        return joined(extra);
    }

    private List<Window> shifts(LocalDate firstDay, int day) {
        var windows = new ArrayList<Window>();
        for (var shift : weekly.getOrDefault(firstDay.plusDays(day).getDayOfWeek(), List.of())) {
            windows.addAll(without(new Window(day * DAY + shift.from(), day * DAY + shift.to()), List.of()));
        }
        return windows;
    }

    private List<Window> without(Window whole, List<Window> alsoTaken) {
        var pieces = new ArrayList<>(List.of(whole));
        var taken = new ArrayList<>(maintenance);
        taken.addAll(alsoTaken);
        for (var hole : taken) {
            var left = new ArrayList<Window>();
            for (var piece : pieces) {
                if (!piece.overlaps(hole)) {
                    left.add(piece);
                    continue;
                }
                if (piece.start() < hole.start()) left.add(new Window(piece.start(), hole.start()));
                if (hole.end() < piece.end()) left.add(new Window(hole.end(), piece.end()));
            }
            pieces = left;
        }
        return pieces;
    }

    private static List<Window> joined(List<Window> windows) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingInt(Window::start));
        var joined = new ArrayList<Window>();
        for (var window : sorted) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && window.start() <= last.end()) {
                joined.set(joined.size() - 1, new Window(last.start(), Math.max(last.end(), window.end())));
            } else {
                joined.add(window);
            }
        }
        return joined;
    }
}
