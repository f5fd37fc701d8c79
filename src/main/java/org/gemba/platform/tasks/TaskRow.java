package org.gemba.platform.tasks;

import org.jspecify.annotations.Nullable;

/// A task as it is stored: what is shown, and what only the engine needs.
record TaskRow(TaskRecord task, @Nullable String checkpoint, boolean cancelAsked, int interruptions) {}
