package org.gemba.planning;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.planning.ResourceCalendar.Down;
import org.gemba.planning.ResourceCalendar.Span;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// A calendar as it is written: days `MON` to `SUN` with spans `08:00-16:00`, maintenance from and to a local time.
///
/// @param weekly null for the usual week
public record CalendarText(
        @Nullable Map<String, List<String>> weekly,
        @Nullable List<DownText> maintenance) {
    private static final String SPAN = "\\d{2}:\\d{2}-\\d{2}:\\d{2}";
    private static final int MOST_MAINTENANCE = 500;

    public record DownText(String start, String end) {}

    public static CalendarText of(ResourceCalendar calendar) {
        var weekly = new LinkedHashMap<String, List<String>>();
        for (var day : DayOfWeek.values()) {
            var spans = calendar.weekly().getOrDefault(day, List.of());
            if (spans.isEmpty()) continue;
            weekly.put(
                    day.name().substring(0, 3),
                    spans.stream().map(span -> span.begin() + "-" + span.end()).toList());
        }
        var down = calendar.maintenance().stream()
                .map(each -> new DownText(each.start().toString(), each.end().toString()))
                .toList();
        return new CalendarText(weekly, down);
    }

    /// @throws org.gemba.platform.error.AppError.InvalidInput naming everything that is no calendar
    public ResourceCalendar read() {
        var faults = new Faults();
        var days = weekly == null ? ResourceCalendar.usual().weekly() : days(faults, weekly);
        var down = new ArrayList<Down>();
        if (maintenance != null) {
            faults.broken(
                    maintenance.size() > MOST_MAINTENANCE,
                    "calendar.maintenance",
                    maintenance.size(),
                    "must have at most " + MOST_MAINTENANCE + " entries");
            for (int i = 0; i < maintenance.size(); i++) {
                var one = down(faults, "calendar.maintenance[" + i + "]", maintenance.get(i));
                if (one != null) down.add(one);
            }
        }
        faults.check();
        return new ResourceCalendar(days, down);
    }

    private static Map<DayOfWeek, List<Span>> days(Faults faults, Map<String, List<String>> weekly) {
        var days = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        weekly.forEach((name, spans) -> {
            var field = "calendar.weekly." + name;
            var day = day(name);
            if (day == null) {
                faults.add(field, name, new Rule.OneOf(List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN")));
                return;
            }
            var read = new ArrayList<Span>();
            for (var text : spans) {
                var span = span(text);
                if (span == null) faults.add(field, text, new Rule.Pattern(SPAN, "a span like 08:00-16:00"));
                else read.add(span);
            }
            days.put(day, read);
        });
        return days;
    }

    private static @Nullable DayOfWeek day(String name) {
        for (var day : DayOfWeek.values()) if (day.name().substring(0, 3).equals(name)) return day;
        return null;
    }

    private static @Nullable Span span(String text) {
        if (!text.matches(SPAN)) return null;
        try {
            return new Span(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Down down(Faults faults, String field, DownText text) {
        try {
            var down = new Down(LocalDateTime.parse(text.start()), LocalDateTime.parse(text.end()));
            if (down.start().isBefore(down.end())) return down;
            faults.add(field + ".end", text.end(), new Rule.Broken("must be after start"));
        } catch (DateTimeException e) {
            faults.add(field, text, new Rule.Broken("must be local times like 2026-03-02T08:00"));
        }
        return null;
    }
}
