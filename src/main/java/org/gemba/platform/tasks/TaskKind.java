package org.gemba.platform.tasks;

import java.time.Duration;

/// One kind of long work. The payload is a record that Jackson can write and read, because a task survives a restart.
///
/// @param name stable and unique, for example `erp.sync`; its title on the desktop has the key `task.<name>`
/// @param payload the record type of what it works on
/// @param work what it does
/// @param attempts how often it is tried in all before it is failed; what is wrong by its nature (invalid,
/// unprocessable,
/// not found, forbidden, too large) is not tried again
/// @param backoff the pause before the second attempt, doubled before each later one
/// @param overlap whether a second one may wait or run beside the first
public record TaskKind<P>(
        String name, Class<P> payload, Work<P> work, int attempts, Duration backoff, Overlap overlap) {

    /// Whether two tasks of one kind may exist at the same time.
    public enum Overlap {
        /// Any number at once.
        ALLOWED,
        /// A second one is refused with {@link AppError.Conflict} while one is queued or running.
        REFUSED
    }

    /// The work itself. It reports through the context, asks it for cancellation at every safe point, and may be run
    /// again from its last checkpoint after a kill.
    @FunctionalInterface
    public interface Work<P> {
        /// @return one sentence or a small JSON text that says what came of it, kept with the task
        String run(P payload, TaskContext context) throws Exception;
    }

    public static <P> TaskKind<P> once(String name, Class<P> payload, Overlap overlap, Work<P> work) {
        return new TaskKind<>(name, payload, work, 1, Duration.ZERO, overlap);
    }
}
