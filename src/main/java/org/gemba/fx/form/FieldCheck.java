package org.gemba.fx.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.gemba.fx.Language;
import org.gemba.platform.error.FieldError.Rule;

/// Whether a text is a good value of a field.
@FunctionalInterface
public interface FieldCheck {
    FieldCheck NONE = text -> Optional.empty();

    /// The rule that the text breaks; empty when it is good.
    Optional<Rule> broken(String text);

    static FieldCheck required() {
        return text -> text.isBlank() ? Optional.of(new Rule.Required()) : Optional.empty();
    }

    static FieldCheck wholeNumber(long least, long most) {
        return text -> {
            if (text.isBlank()) return Optional.empty();
            if (!text.strip().matches("-?\\d{1,18}")) return Optional.of(new Rule.WrongType("integer"));
            long number = Long.parseLong(text.strip());
            if (number < least) return Optional.of(new Rule.AtLeast(least));
            return number > most ? Optional.of(new Rule.AtMost(most)) : Optional.empty();
        };
    }

    static FieldCheck pattern(Pattern pattern, String meaning) {
        return text -> text.isBlank() || pattern.matcher(text.strip()).matches()
                ? Optional.empty()
                : Optional.of(new Rule.Pattern(pattern.pattern(), meaning));
    }

    /// First this one, then the other.
    default FieldCheck and(FieldCheck other) {
        return text -> broken(text).or(() -> other.broken(text));
    }

    /// The rule as a sentence in the user's language.
    static String sentence(Language language, Rule rule) {
        Function<BigDecimal, String> plain = BigDecimal::toPlainString;
        return switch (rule) {
            case Rule.Required r -> language.now("fx.form.required");
            case Rule.WrongType r -> language.now("fx.form.type." + r.expected());
            case Rule.AtLeast r -> language.now("fx.form.least", plain.apply(r.limit()));
            case Rule.AtMost r -> language.now("fx.form.most", plain.apply(r.limit()));
            case Rule.TooShort r -> language.now("fx.form.short", r.least());
            case Rule.TooLong r -> language.now("fx.form.long", r.most());
            case Rule.TooFewItems r -> language.now("fx.form.few", r.least());
            case Rule.TooManyItems r -> language.now("fx.form.many", r.most());
            case Rule.Pattern r -> language.now("fx.form.pattern", r.meaning());
            case Rule.OneOf r -> language.now("fx.form.oneof", String.join(", ", r.allowed()));
            case Rule.Broken r -> r.words();
        };
    }
}
