package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with the fields of one request, so that all of it is told at once.
final class Faults {
    private final List<FieldError> found = new ArrayList<>();

    List<FieldError> found() {
        return found;
    }

    void check() {
        if (!found.isEmpty()) throw new AppError.InvalidInput(found);
    }

    void add(String field, @Nullable Object value, Rule rule) {
        found.add(FieldError.body(field, value, rule));
    }

    void broken(boolean isBroken, String field, @Nullable Object value, String words) {
        if (isBroken) add(field, value, new Rule.Broken(words));
    }

    void required(String field, @Nullable Object value) {
        if (value == null) add(field, null, new Rule.Required());
    }

    void text(String field, @Nullable String text, int least, int most) {
        if (text == null) return;
        int length = text.codePointCount(0, text.length());
        if (length < least || text.isBlank() && least > 0) add(field, text, new Rule.TooShort(least));
        else if (length > most) add(field, text, new Rule.TooLong(most));
    }

    void range(String field, @Nullable Number value, long least, long most) {
        if (value == null) return;
        if (value.longValue() < least) add(field, value, new Rule.AtLeast(least));
        else if (value.longValue() > most) add(field, value, new Rule.AtMost(most));
    }

    /// More than zero and at most so much.
    void positive(String field, @Nullable BigDecimal value, long most) {
        if (value == null) return;
        if (value.signum() <= 0) add(field, value, new Rule.Broken("must be greater than 0"));
        else if (value.compareTo(BigDecimal.valueOf(most)) > 0) add(field, value, new Rule.AtMost(most));
    }

    /// From zero to so much.
    void hours(String field, @Nullable BigDecimal value, long most) {
        if (value == null) return;
        if (value.signum() < 0) add(field, value, new Rule.AtLeast(0));
        else if (value.compareTo(BigDecimal.valueOf(most)) > 0) add(field, value, new Rule.AtMost(most));
    }

    void planDay(String field, @Nullable LocalDate day) {
        if (day == null) return;
        broken(
                day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY),
                field,
                day,
                "must be between " + FIRST_DAY + " and " + LAST_DAY);
    }

    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
}
