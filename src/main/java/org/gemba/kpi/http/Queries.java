package org.gemba.kpi.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// Reads the query parameters that many lists share.
final class Queries {
    private static final int MOST_ROWS = 500;
    private static final int MOST_PAGES = 1_000_000;

    private Queries() {}

    /// A range of days, both inclusive; null for no limit.
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {}

    record PageAsked(int page, int limit) {
        long offset() {
            return (page - 1L) * limit;
        }
    }

    static Days days(Call call) {
        var from = day(call, "date_from");
        var to = day(call, "date_to");
        if (from != null && to != null && to.isBefore(from)) {
            call.fault(new FieldError(
                    Place.QUERY, "date_to", to, new Rule.Broken("must not be before date_from (" + from + ")")));
        }
        return new Days(from, to);
    }

    static @Nullable LocalDate day(Call call, String name) {
        var text = text(call, name);
        if (text == null) return null;
        try {
            if (text.length() == 10) return LocalDate.parse(text);
        } catch (DateTimeException e) {
            // told below
        }
        call.fault(new FieldError(Place.QUERY, name, text, new Rule.WrongType("date")));
        return null;
    }

    /// Null for a parameter that is not there or empty.
    static @Nullable String text(Call call, String name) {
        return call.query(name).filter(text -> !text.isEmpty()).orElse(null);
    }

    static <E extends Enum<E>> @Nullable E oneOf(Call call, String name, Class<E> type) {
        var text = text(call, name);
        if (text == null) return null;
        for (var value : type.getEnumConstants()) if (value.name().equals(text)) return value;
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        call.fault(new FieldError(Place.QUERY, name, text, new Rule.OneOf(names)));
        return null;
    }

    static PageAsked page(Call call) {
        return new PageAsked(call.queryInt("page", 1, 1, MOST_PAGES), call.queryInt("limit", 50, 1, MOST_ROWS));
    }

    /// A page of a list that is short enough to be read whole.
    static <T, A> Page<A> shortList(Call call, String name, List<T> all, Function<T, A> answer) {
        int page = call.queryInt("page", 1, 1, MOST_PAGES);
        int limit = call.queryInt("limit", MOST_ROWS, 1, MOST_ROWS);
        call.checked();
        var items =
                all.stream().skip((page - 1L) * limit).limit(limit).map(answer).toList();
        return new Page<>(name, items, page, limit, all.size());
    }

    static Route.Builder paged(Route.Builder route) {
        return route.query("client_id", "string", "one of the caller's clients; default all of them")
                .query("date_from", "string", "YYYY-MM-DD, inclusive")
                .query("date_to", "string", "YYYY-MM-DD, inclusive")
                .query("page", "integer", "from 1")
                .query("limit", "integer", "1 to 500, default 50");
    }
}
