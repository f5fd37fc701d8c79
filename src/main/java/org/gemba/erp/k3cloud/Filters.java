package org.gemba.erp.k3cloud;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gemba.erp.MtoMatch;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;

/// Conditions in the ERP's SQL-like filter language, which has no parameters: every text is quoted here.
final class Filters {
    private static final Pattern MTO = Pattern.compile("[A-Za-z0-9-]{1,50}");

    private Filters() {}

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String equal(String key, String text) {
        return key + " = " + quoted(text);
    }

    static String in(String key, Collection<String> texts) {
        return key + " IN (" + texts.stream().map(Filters::quoted).collect(Collectors.joining(",")) + ")";
    }

    static String inNumbers(String key, Collection<Long> numbers) {
        return key + " IN (" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
    }

    /// From midnight of the first day up to, and without, midnight of the last.
    static String between(String key, LocalDate from, LocalDate to) {
        return key + " >= '" + from + " 00:00:00' AND " + key + " < '" + to + " 00:00:00'";
    }

    static String both(String... conditions) {
        return Stream.of(conditions).filter(condition -> !condition.isBlank()).collect(Collectors.joining(" AND "));
    }

    static String either(List<String> conditions) {
        return conditions.size() == 1 ? conditions.getFirst() : "(" + String.join(" OR ", conditions) + ")";
    }

    /// @throws AppError.InvalidInput unless the number has letters, digits and hyphens only
    static String matching(String key, String mtoNumber, MtoMatch match) {
        if (!MTO.matcher(mtoNumber).matches()) {
            throw new AppError.InvalidInput(new FieldError(
                    FieldError.Place.PATH,
                    "mto_number",
                    mtoNumber,
                    new FieldError.Rule.Pattern(MTO.pattern(), "letters, digits and hyphens, at most 50")));
        }
        return switch (match) {
            case SUB_ORDERS -> "(" + equal(key, mtoNumber) + " OR " + key + " LIKE " + quoted(mtoNumber + "-%") + ")";
            case PREFIX -> key + " LIKE " + quoted(mtoNumber + "%");
        };
    }
}
