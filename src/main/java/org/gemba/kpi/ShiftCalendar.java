package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a client's shifts are, on its own clock.
///
/// @param shifts one of each type that has times
public record ShiftCalendar(ZoneId zone, List<Shift> shifts) {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public ShiftCalendar {
        shifts = List.copyOf(shifts);
    }

    /// One shift of one day.
    public record OnDay(LocalDate day, ShiftType type) {}

    /// The factory's shifts, with those that the client has set itself in their place.
    public static ShiftCalendar of(Client client, List<Shift> own) {
        var byType = new EnumMap<ShiftType, Shift>(ShiftType.class);
        usual(client.clientId()).forEach(shift -> byType.put(shift.type(), shift));
        own.forEach(shift -> byType.put(shift.type(), shift));
        return new ShiftCalendar(client.zone(), List.copyOf(byType.values()));
    }

    private static List<Shift> usual(String client) {
        return List.of(
                shift(client, ShiftType.SHIFT_1ST, 7, 17, 9, WORKDAYS),
                shift(client, ShiftType.SHIFT_2ND, 21, 6, 9, WORKDAYS),
                shift(client, ShiftType.SAT_OT, 7, 15, 8, Set.of(DayOfWeek.SATURDAY)),
                shift(client, ShiftType.SUN_OT, 7, 15, 8, Set.of(DayOfWeek.SUNDAY)));
    }

    private static Shift shift(String client, ShiftType type, int from, int to, int hours, Set<DayOfWeek> days) {
        return new Shift(client, type, LocalTime.of(from, 0), LocalTime.of(to, 0), BigDecimal.valueOf(hours), days);
    }

    public Optional<Shift> of(ShiftType type) {
        return shifts.stream().filter(shift -> shift.type() == type).findFirst();
    }

    /// The shift that goes on at an instant. A shift across midnight belongs to the day on which it began.
    public Optional<OnDay> at(Instant instant) {
        return runningAt(LocalDateTime.ofInstant(instant, zone));
    }

    private Optional<OnDay> runningAt(LocalDateTime now) {
        for (var shift : shifts) {
            for (var day : List.of(now.toLocalDate(), now.toLocalDate().minusDays(1))) {
                if (shift.weekdays().contains(day.getDayOfWeek()) && contains(shift, day, now)) {
                    return Optional.of(new OnDay(day, shift.type()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean contains(Shift shift, LocalDate day, LocalDateTime now) {
        var end = shift.endsAt().atDate(shift.crossesMidnight() ? day.plusDays(1) : day);
        return !now.isBefore(shift.startsAt().atDate(day)) && now.isBefore(end);
    }

    /// The shift that goes on, else the one that ended last within a week: the one whose sheet is filled in now.
    public OnDay current(Instant instant) {
        var now = LocalDateTime.ofInstant(instant, zone);
        return runningAt(now).orElseGet(() -> lastEnded(now));
    }

    private OnDay lastEnded(LocalDateTime now) {
        OnDay last = new OnDay(now.toLocalDate(), ShiftType.SHIFT_1ST);
        var latest = LocalDateTime.MIN;
        for (int back = 0; back <= 8; back++) {
            var day = now.toLocalDate().minusDays(back);
            for (var shift : shifts) {
                var end = shift.endsAt().atDate(shift.crossesMidnight() ? day.plusDays(1) : day);
                if (!shift.weekdays().contains(day.getDayOfWeek()) || end.isAfter(now) || !end.isAfter(latest))
                    continue;
                latest = end;
                last = new OnDay(day, shift.type());
            }
        }
        return last;
    }
}
