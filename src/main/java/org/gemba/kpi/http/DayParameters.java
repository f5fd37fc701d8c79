package org.gemba.kpi.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.jspecify.annotations.Nullable;

/// Days and words in a query.
final class DayParameters {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private DayParameters() {}

    /// Null when it is not there; a fault when it is no day of the calendar.
    static @Nullable LocalDate day(Call call, String name) {
        var text = call.query(name).orElse(null);
        if (text == null) return null;
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeParseException e) {
            call.fault(new FieldError(Place.QUERY, name, text, new Rule.Broken("must be a date as YYYY-MM-DD")));
            return null;
        }
    }

    static String oneOf(Call call, String name, String otherwise, List<String> allowed) {
        var text = call.query(name).orElse(otherwise);
        if (allowed.contains(text)) return text;
        call.fault(new FieldError(Place.QUERY, name, text, new Rule.OneOf(allowed)));
        return otherwise;
    }
}
