package org.gemba.inventory.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// How this family writes times and reads ids.
final class Wire {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS");

    private Wire() {}

    /// UTC without a zone, to the microsecond.
    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    static @Nullable String timeOrNull(@Nullable Instant instant) {
        return instant == null ? null : time(instant);
    }

    /// A day as the document's `datetime`.
    static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day + "T00:00:00";
    }

    /// Any text may stand where an id stands; what is none is just not found.
    static Optional<UUID> id(String text) {
        try {
            var id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static UUID known(String what, String text) {
        return id(text).orElseThrow(() -> new AppError.NotFound(what, text));
    }

    /// An optional reference; an empty text is none.
    static @Nullable UUID reference(String what, @Nullable String text) {
        return text == null || text.isEmpty() ? null : known(what, text);
    }

    /// A request that does not say what it is about.
    static AppError nothingNamed(String field) {
        return new AppError.InvalidInput(new FieldError(Place.QUERY, field, null, new Rule.Required()));
    }
}
