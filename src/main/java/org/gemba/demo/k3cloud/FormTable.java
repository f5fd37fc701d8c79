package org.gemba.demo.k3cloud;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of one form, in ascending order of the entry id. A table in memory or one that computes its rows.
///
/// The `rows…` methods are indexes: ascending row numbers that hold at least every match (the filter is applied again
/// afterwards), or empty where the table has no index over that field. Only such a filter is fast.
public interface FormTable {
    int size();

    /// A `String`, `Number`, `LocalDateTime` or `Boolean`, as the field's kind says, or null.
    @Nullable
    Object value(int row, int position);

    /// Rows whose text equals the value, upper and lower case being the same.
    default Optional<int[]> rowsWith(int position, String value) {
        return Optional.empty();
    }

    /// Rows whose text begins with the value, upper and lower case being the same.
    default Optional<int[]> rowsBeginningWith(int position, String value) {
        return Optional.empty();
    }

    /// Rows whose time lies in the interval, both ends included.
    default Optional<int[]> rowsBetween(int position, LocalDateTime from, LocalDateTime to) {
        return Optional.empty();
    }
}
