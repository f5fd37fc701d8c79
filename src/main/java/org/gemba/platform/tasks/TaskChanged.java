package org.gemba.platform.tasks;

/// Announced on `platform.events.Events` when a task was queued, moved on, or ended. While a task runs its progress
/// is announced as it happens, a few times a second at most.
public record TaskChanged(TaskRecord task) {}
