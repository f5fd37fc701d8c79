package org.gemba.kpi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Of whom and when a figure is asked.
///
/// @param clientIds whose rows it is made from, already narrowed to what the caller may see
/// @param to the last day, which belongs to it
/// @param orderId null for all orders
public record KpiScope(
        List<String> clientIds,
        LocalDate from,
        LocalDate to,
        @Nullable Long orderId) {
    /// The longest range that a figure is made over.
    public static final int MOST_DAYS = 3_660;

    public KpiScope {
        clientIds = List.copyOf(clientIds);
        check(from, to, MOST_DAYS);
    }

    /// @throws AppError.InvalidInput for a reversed range or one of more days
    static void check(LocalDate from, LocalDate to, int mostDays) {
        if (to.isBefore(from)) throw broken(to, new Rule.Broken("cannot be before date_from (" + from + ")"));
        if (ChronoUnit.DAYS.between(from, to) >= mostDays) {
            throw broken(to, new Rule.Broken("must be within " + mostDays + " days of date_from (" + from + ")"));
        }
    }

    private static AppError broken(LocalDate to, Rule rule) {
        return new AppError.InvalidInput(new FieldError(Place.QUERY, "date_to", to.toString(), rule));
    }

    /// `BOOT-LINE-A`, or `ALL` for several.
    public String clientId() {
        return clientIds.size() == 1 ? clientIds.getFirst() : "ALL";
    }
}
