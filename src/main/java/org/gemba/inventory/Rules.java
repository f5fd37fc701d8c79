package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with the fields of one request.
final class Rules {
    private static final int MOST_WHOLE_DIGITS = 12;
    private static final int MOST_DECIMALS = 6;

    private final List<FieldError> faults = new ArrayList<>();

    Rules required(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) faults.add(FieldError.body(field, text, new Rule.Required()));
        return atMost(field, text, longest);
    }

    Rules atMost(String field, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            faults.add(FieldError.body(field, text.length(), new Rule.TooLong(longest)));
        }
        return this;
    }

    Rules positive(String field, BigDecimal number) {
        if (number.signum() <= 0) faults.add(FieldError.body(field, number, new Rule.Broken("must be more than 0")));
        return storable(field, number);
    }

    Rules notNegative(String field, @Nullable BigDecimal number) {
        if (number != null && number.signum() < 0) faults.add(FieldError.body(field, number, new Rule.AtLeast(0)));
        return storable(field, number);
    }

    /// Fits the column.
    Rules storable(String field, @Nullable BigDecimal number) {
        if (number == null) return this;
        var plain = number.stripTrailingZeros();
        if (plain.scale() > MOST_DECIMALS) {
            faults.add(FieldError.body(field, number, new Rule.Broken("may have six decimals")));
        }
        if (plain.precision() - plain.scale() > MOST_WHOLE_DIGITS) {
            faults.add(FieldError.body(
                    field,
                    number,
                    new Rule.AtMost(BigDecimal.TEN.pow(MOST_WHOLE_DIGITS).subtract(BigDecimal.ONE))));
        }
        return this;
    }

    Rules between(String field, int number, int least, int most) {
        if (number < least) faults.add(FieldError.body(field, number, new Rule.AtLeast(least)));
        if (number > most) faults.add(FieldError.body(field, number, new Rule.AtMost(most)));
        return this;
    }

    Rules check(boolean holds, String field, @Nullable Object value, String words) {
        if (!holds) faults.add(FieldError.body(field, value, new Rule.Broken(words)));
        return this;
    }

    /// @throws AppError.InvalidInput when anything was found
    void enforce() {
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
    }
}
