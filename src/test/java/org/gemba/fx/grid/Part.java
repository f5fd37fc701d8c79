package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows that the tests of the grid show.
record Part(
        @Nullable String code,
        @Nullable BigDecimal quantity,
        @Nullable LocalDate due) {
    static final GridSpec<Part> SPEC = GridSpec.of(
            "test.parts",
            List.of(
                    GridColumn.<Part>text("code", "test.code", Part::code)
                            .editable(
                                    (part, value) -> new Part((String) value, part.quantity, part.due),
                                    value -> value == null ? Optional.of("test.needed") : Optional.empty()),
                    GridColumn.<Part>number("quantity", "test.quantity", Part::quantity)
                            .withTotal()
                            .editable(
                                    (part, value) -> new Part(part.code, (BigDecimal) value, part.due),
                                    value -> value instanceof BigDecimal n && n.signum() < 0
                                            ? Optional.of("test.negative")
                                            : Optional.empty()),
                    GridColumn.<Part>day("due", "test.due", Part::due)
                            .editable(
                                    (part, value) -> new Part(part.code, part.quantity, (LocalDate) value),
                                    value -> Optional.empty())));

    static Part of(String code, int quantity) {
        return new Part(code, BigDecimal.valueOf(quantity), LocalDate.of(2026, 11, 24));
    }
}
