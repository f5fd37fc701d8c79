package org.gemba.kpi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// On which days work can have been done.
public final class WorkDays {
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private WorkDays() {}

    /// Not in the future of the client, where a night shift belongs to the day on which it began; and not before there
    /// was such a factory.
    public static List<FieldError> faults(LocalDate day, LocalDate today, ZoneId zone) {
        if (day.isAfter(today)) {
            return List.of(fault(day, "cannot be in the future (today is " + today + " in " + zone.getId() + ")"));
        }
        if (day.isBefore(FIRST)) return List.of(fault(day, "must be on or after " + FIRST));
        return List.of();
    }

    private static FieldError fault(LocalDate day, String words) {
        return FieldError.body("shift_date", day, new Rule.Broken(words));
    }
}
