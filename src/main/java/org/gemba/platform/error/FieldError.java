package org.gemba.platform.error;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One field that breaks one rule: where it stood, what was sent, which rule.
///
/// @param place where the field came from
/// @param field its name as the caller wrote it, with dots and indexes for nested ones (`messages[0].role`)
/// @param value what was sent; null when nothing was
/// @param rule the rule that it breaks
public record FieldError(
        Place place, String field, @Nullable Object value, Rule rule) {
    /// Where a field stands in a request; forms of the desktop use `BODY`.
    public enum Place {
        BODY,
        QUERY,
        PATH,
        HEADER
    }

    public static FieldError body(String field, @Nullable Object value, Rule rule) {
        return new FieldError(Place.BODY, field, value, rule);
    }

    /// Field and rule in one English sentence.
    public String sentence() {
        return field + " " + rule.words();
    }

    /// The rules that fields can break. Dialects and forms word them; {@link #words()} is the plain English predicate.
    public sealed interface Rule {
        String words();

        record Required() implements Rule {
            @Override
            public String words() {
                return "is required";
            }
        }

        /// The value is of another kind than the field: `expected` is `integer`, `number`, `boolean`, `date`, `string`,
        /// `array`, `object`, `uuid` or `json`.
        record WrongType(String expected) implements Rule {
            @Override
            public String words() {
                return "must be a valid " + expected;
            }
        }

        record AtLeast(BigDecimal limit) implements Rule {
            public AtLeast(long limit) {
                this(BigDecimal.valueOf(limit));
            }

            @Override
            public String words() {
                return "must be at least " + limit.toPlainString();
            }
        }

        record AtMost(BigDecimal limit) implements Rule {
            public AtMost(long limit) {
                this(BigDecimal.valueOf(limit));
            }

            @Override
            public String words() {
                return "must be at most " + limit.toPlainString();
            }
        }

        record TooShort(int least) implements Rule {
            @Override
            public String words() {
                return "must have at least " + least + " characters";
            }
        }

        record TooLong(int most) implements Rule {
            @Override
            public String words() {
                return "must have at most " + most + " characters";
            }
        }

        /// Of a list.
        record TooFewItems(int least) implements Rule {
            @Override
            public String words() {
                return "must have at least " + least + (least == 1 ? " item" : " items");
            }
        }

        /// Of a list.
        record TooManyItems(int most) implements Rule {
            @Override
            public String words() {
                return "must have at most " + most + " items";
            }
        }

        record Pattern(String regex, String meaning) implements Rule {
            @Override
            public String words() {
                return "must be " + meaning;
            }
        }

        record OneOf(List<String> allowed) implements Rule {
            @Override
            public String words() {
                return "must be one of " + String.join(", ", allowed);
            }
        }

        /// A rule of one domain, in words that continue the field's name: `cannot exceed units_produced`.
        record Broken(String words) implements Rule {}
    }
}
