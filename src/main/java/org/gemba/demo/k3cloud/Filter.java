package org.gemba.demo.k3cloud;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What a FilterString says, after its field keys were found in the form.
sealed interface Filter {
    record All() implements Filter {}

    record And(List<Filter> parts) implements Filter {}

    record Or(List<Filter> parts) implements Filter {}

    record Not(Filter part) implements Filter {}

    /// @param value a `String` in lower case, a `BigDecimal`, a `LocalDateTime` or a `Boolean`, as the field's kind
    /// asks
    record Compare(int position, Sign sign, Comparable<?> value) implements Filter {}

    record In(int position, Set<Comparable<?>> values) implements Filter {}

    /// @param beginning the literal text before the first wildcard, in lower case
    record Like(int position, String beginning, Predicate<String> pattern) implements Filter {}

    record IsNull(int position) implements Filter {}

    enum Sign {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Sign of(String text) {
            return switch (text) {
                case "=" -> EQUAL;
                case "<>" -> NOT_EQUAL;
                case "<" -> LESS;
                case "<=" -> LESS_OR_EQUAL;
                case ">" -> GREATER;
                case ">=" -> GREATER_OR_EQUAL;
                default -> throw QueryRefused.syntax(text);
            };
        }

        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case NOT_EQUAL -> comparison != 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }
}
