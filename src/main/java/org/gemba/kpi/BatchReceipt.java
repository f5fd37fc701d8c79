package org.gemba.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an upload answers.
///
/// @param errors the first of them; all of them are in the error file
/// @param sample the first valid rows, read back
/// @param sameAs an earlier batch with the very same content that was entered; null for none
public record BatchReceipt(
        Batch batch,
        List<RowError> errors,
        List<NewEntry> sample,
        @Nullable String sameAs) {
    public BatchReceipt {
        errors = List.copyOf(errors);
        sample = List.copyOf(sample);
    }
}
