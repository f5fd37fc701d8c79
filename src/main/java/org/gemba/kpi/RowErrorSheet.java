package org.gemba.kpi;

import java.util.Arrays;
import java.util.List;
import org.gemba.platform.tabular.Sheet;
import org.jspecify.annotations.Nullable;

/// The errors of a file as a table: row, field, value, error.
public final class RowErrorSheet {
    private RowErrorSheet() {}

    public static Sheet of(List<RowError> errors) {
        return new Sheet(
                "errors",
                List.of("row", "field", "value", "error"),
                errors.stream()
                        .map(error -> Arrays.<@Nullable Object>asList(
                                error.line(), error.field(), error.content(), error.problem()))
                        .toList());
    }
}
