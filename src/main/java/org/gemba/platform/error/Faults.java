package org.gemba.platform.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong with the fields of one request, so that all of it is told at once. A field that is null
/// breaks no rule but {@link #required}.
public final class Faults {
    private final List<FieldError> found = new ArrayList<>();

    public List<FieldError> found() {
        return found;
    }

    /// @throws AppError.InvalidInput when anything was found
    public void check() {
        if (!found.isEmpty()) throw new AppError.InvalidInput(found);
    }

    public void add(String field, @Nullable Object value, Rule rule) {
        found.add(FieldError.body(field, value, rule));
    }

    public void broken(boolean isBroken, String field, @Nullable Object value, String words) {
        if (isBroken) add(field, value, new Rule.Broken(words));
    }

    public void required(String field, @Nullable Object value) {
        if (value == null) add(field, null, new Rule.Required());
    }

    public void text(String field, @Nullable String text, int least, int most) {
        if (text == null) return;
        int length = text.codePointCount(0, text.length());
        if (length < least || text.isBlank() && least > 0) add(field, text, new Rule.TooShort(least));
        else if (length > most) add(field, text, new Rule.TooLong(most));
    }

    public void oneOf(String field, @Nullable String text, List<String> allowed) {
        if (text != null && !allowed.contains(text)) add(field, text, new Rule.OneOf(allowed));
    }

    public void range(String field, @Nullable Number value, long least, long most) {
        if (value == null) return;
        if (value.longValue() < least) add(field, value, new Rule.AtLeast(least));
        else if (value.longValue() > most) add(field, value, new Rule.AtMost(most));
    }

    /// More than zero and at most so much.
    public void positive(String field, @Nullable BigDecimal value, long most) {
        if (value == null) return;
        if (value.signum() <= 0) add(field, value, new Rule.Broken("must be greater than 0"));
        else if (value.compareTo(BigDecimal.valueOf(most)) > 0) add(field, value, new Rule.AtMost(most));
    }

    /// From zero to so much.
    public void amount(String field, @Nullable BigDecimal value, long most) {
        if (value == null) return;
        if (value.signum() < 0) add(field, value, new Rule.AtLeast(0));
        else if (value.compareTo(BigDecimal.valueOf(most)) > 0) add(field, value, new Rule.AtMost(most));
    }
}
