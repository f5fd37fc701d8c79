package org.gemba.inventory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Decides whether somebody may start a task: is there a policy, has the caller the permissions, has the caller started
/// too many, are too many waiting, is it about too much.
final class TaskGate {
    private static final int ANY = 1;

    private final Supplier<Tasks> tasks;
    private final Set<TaskType> runnable;
    private final boolean hasQuotas;
    private final Clock clock;

    /// @param runnable the types that have work
    /// @param hasQuotas false lifts the limits by hour and day
    TaskGate(Supplier<Tasks> tasks, Set<TaskType> runnable, boolean hasQuotas, Clock clock) {
        this.tasks = tasks;
        this.runnable = Set.copyOf(runnable);
        this.hasQuotas = hasQuotas;
        this.clock = clock;
    }

    /// How much of a limit is used.
    record Usage(int running, int hour, int day) {}

    /// Why not; none when it may be started.
    Optional<String> refusal(Caller caller, TaskRequest request) {
        var policy = request.type().policy();
        if (policy.isEmpty() || !runnable.contains(request.type())) {
            return Optional.of("No security policy allows tasks of the type "
                    + request.type().id());
        }
        var missing = policy.get().missing(caller.role());
        if (!missing.isEmpty()) return Optional.of("Missing required permissions: " + String.join(", ", missing));
        return tooOften(caller, request.type(), policy.get()).or(() -> tooMuch(request, policy.get()));
    }

    private Optional<String> tooOften(Caller caller, TaskType type, TaskPolicy policy) {
        if (!hasQuotas) return Optional.empty();
        var usage = usage(caller, type);
        boolean isAdmin = caller.role() == Role.ADMIN;
        if (!isAdmin && policy.anHour() != null && usage.hour() >= policy.anHour()) {
            return Optional.of("Hourly limit of " + type.id() + " tasks is reached (" + usage.hour() + "/"
                    + policy.anHour() + ")");
        }
        if (!isAdmin && policy.aDay() != null && usage.day() >= policy.aDay()) {
            return Optional.of(
                    "Daily limit of " + type.id() + " tasks is reached (" + usage.day() + "/" + policy.aDay() + ")");
        }
        if (usage.running() >= policy.mostAtOnce()) {
            return Optional.of("Too many concurrent " + type.id() + " tasks (" + usage.running() + "/"
                    + policy.mostAtOnce() + ")");
        }
        return Optional.empty();
    }

    private static Optional<String> tooMuch(TaskRequest request, TaskPolicy policy) {
        if (isOver(request.parts(), policy.mostParts())) {
            return Optional.of(tooMuch("Too many parts requested", request.parts(), policy.mostParts()));
        }
        int batch = request.input().get("batch_size") instanceof Number size ? size.intValue() : ANY;
        if (isOver(batch, policy.largestBatch())) {
            return Optional.of(tooMuch("Batch size too large", batch, policy.largestBatch()));
        }
        int capabilities = request.input().get("capabilities") instanceof Collection<?> all ? all.size() : 0;
        if (isOver(capabilities, policy.mostCapabilities())) {
            return Optional.of(tooMuch("Too many capabilities requested", capabilities, policy.mostCapabilities()));
        }
        return Optional.empty();
    }

    private static boolean isOver(int asked, @Nullable Integer most) {
        return most != null && asked > most;
    }

    private static String tooMuch(String what, int asked, @Nullable Integer most) {
        return what + " (" + asked + "), maximum allowed: " + most;
    }

    Usage usage(Caller caller, TaskType type) {
        var own = TaskFilter.newest(ANY).ofKind(type.kind()).ownedBy(caller.subject());
        var now = clock.instant();
        var engine = tasks.get();
        return new Usage(
                (int) engine.count(own.inStates(State.QUEUED, State.RUNNING, State.RETRY)),
                (int) engine.count(own.createdSince(now.minus(Duration.ofHours(1)))),
                (int) engine.count(own.createdSince(today(now))));
    }

    static Instant today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    /// The types that the caller may start, in the document's order.
    List<TaskType> allowed(Caller caller) {
        var allowed = new ArrayList<TaskType>();
        for (var type : TaskType.values()) {
            var policy = type.policy();
            if (policy.isPresent()
                    && runnable.contains(type)
                    && policy.get().missing(caller.role()).isEmpty()) {
                allowed.add(type);
            }
        }
        return allowed;
    }

    Set<TaskType> runnable() {
        return runnable;
    }
}
