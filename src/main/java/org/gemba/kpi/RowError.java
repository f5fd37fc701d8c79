package org.gemba.kpi;

import org.jspecify.annotations.Nullable;

/// One rule that one field of one row of a file breaks.
///
/// @param line as a spreadsheet program counts: the header is 1
/// @param content what stood there; null for nothing
public record RowError(int line, String field, @Nullable String content, String problem) {}
