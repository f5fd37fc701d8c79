package org.gemba.platform.tasks;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;

/// The one engine for long work. A task is durable before {@link #submit} returns, survives a restart and a kill, and
/// never stays running without somebody who runs it.
public final class Tasks implements AutoCloseable {
    /// @param kinds every kind that this program knows; names are unique
    public Tasks(Database database, Events events, Clock clock, List<TaskKind<?>> kinds) {
        throw new UnsupportedOperationException();
    }

    /// Settles what a killed program left behind and begins to run what is due. Called once, after every schedule was
    /// made known.
    public void start() {
        throw new UnsupportedOperationException();
    }

    /// Queues work. It is on disk when this returns.
    ///
    /// @throws org.gemba.platform.error.AppError.Conflict when the kind refuses overlap and one is queued or running
    public <P> UUID submit(TaskKind<P> kind, P payload, String createdBy) {
        throw new UnsupportedOperationException();
    }

    /// Ends a queued task at once; asks a running one to stop.
    ///
    /// @throws org.gemba.platform.error.AppError.NotFound for an unknown id
    /// @throws org.gemba.platform.error.AppError.Conflict when it is over already
    public void cancel(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Queues a failed or cancelled task again, with all its attempts and from its last checkpoint.
    ///
    /// @throws org.gemba.platform.error.AppError.NotFound for an unknown id
    /// @throws org.gemba.platform.error.AppError.Conflict when it is not over, or was completed, or overlap is refused
    public void retry(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// With the progress of this instant.
    public Optional<TaskRecord> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /// Newest first, with the progress of this instant.
    public List<TaskRecord> list(TaskFilter filter) {
        throw new UnsupportedOperationException();
    }

    /// Runs `start` every day at the given wall-clock times of the factory. Call {@link #reschedule} after a change of
    /// times or zone.
    ///
    /// @param name stable and unique, for example `erp.sync`
    public void daily(String name, Supplier<List<LocalTime>> times, Supplier<ZoneId> zone, Runnable start) {
        throw new UnsupportedOperationException();
    }

    /// Applies changed times at once.
    public void reschedule(String name) {
        throw new UnsupportedOperationException();
    }

    /// Asks running work to stop, waits a few seconds for it, and leaves the rest to the next start.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
