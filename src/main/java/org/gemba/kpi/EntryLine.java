package org.gemba.kpi;

import org.jspecify.annotations.Nullable;

/// An entry with what a list shows beside it.
///
/// @param jobId the number of its job; null for none
public record EntryLine(
        ProductionEntry entry, WorkOrder order, @Nullable String jobId, EntryFigures figures) {}
