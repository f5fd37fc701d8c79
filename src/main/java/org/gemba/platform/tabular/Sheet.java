package org.gemba.platform.tabular;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table on its way into a file. A cell is null for empty, a `CharSequence` or `Enum` for text, a `Number`, a
/// `LocalDate`, a `LocalDateTime`, a `Boolean` or a {@link Percent}.
///
/// @param rows read once, row by row
public record Sheet(String name, List<String> headers, Iterable<? extends List<? extends @Nullable Object>> rows) {
    public Sheet {
        headers = List.copyOf(headers);
    }
}
