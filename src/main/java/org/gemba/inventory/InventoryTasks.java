package org.gemba.inventory;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tasks.TaskDetails;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.platform.tasks.TaskStatistics;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The tasks of the inventory's document, on the one engine that runs everything: what any feature does for long is
/// seen here too. Whoever may not write tasks sees only their own.
public final class InventoryTasks {
    private static final int LONGEST_NAME = 255;
    private static final int MOST_RETRIES = 10;
    private static final int LONGEST_TIMEOUT = 24 * 3600;
    private static final int MOST_DEPENDENCIES = 50;
    private static final int LARGEST_INPUT = 100_000;

    private final Supplier<Tasks> engine;
    private final Map<TaskType, TaskKind<TaskInput>> kinds = new EnumMap<>(TaskType.class);
    private final TaskGate gate;
    private final InventoryCore core;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    InventoryTasks(InventoryCore core, Supplier<Tasks> engine, Map<TaskType, TaskWork> works, boolean hasQuotas) {
        this.core = core;
        this.engine = engine;
        this.clock = core.clock();
        works.forEach((type, work) -> kinds.put(type, kind(type, work)));
        this.gate = new TaskGate(engine, works.keySet(), hasQuotas, clock);
    }

    private TaskKind<TaskInput> kind(TaskType type, TaskWork work) {
        return TaskKind.once(
                type.kind(),
                TaskInput.class,
                TaskKind.Overlap.ALLOWED,
                (input, context) ->
                        json.writeValueAsString(work.run(ImportWriter.named(input.who()), input.data(), context)));
    }

    List<TaskKind<?>> kinds() {
        return List.copyOf(kinds.values());
    }

    /// Queues a task.
    ///
    /// @throws AppError.Forbidden when the policy refuses it; the message says why
    /// @throws AppError.NotFound when it shall wait for an unknown task
    public TaskRecord create(Caller caller, TaskRequest request) {
        caller.require(Permission.TASKS_WRITE);
        checked(request);
        gate.refusal(caller, request).ifPresent(why -> {
            throw new AppError.Forbidden("Task creation denied: " + why);
        });
        return submit(caller, request);
    }

    private static void checked(TaskRequest request) {
        new Rules()
                .atMost("name", request.name(), LONGEST_NAME)
                .atMost("description", request.description(), 10_000)
                .atMost("related_entity_type", request.relatedType(), 60)
                .atMost("related_entity_id", request.relatedId(), 100)
                .between("max_retries", request.maxRetries(), 0, MOST_RETRIES)
                .between("timeout_seconds", request.timeoutSeconds(), 1, LONGEST_TIMEOUT)
                .check(
                        request.dependsOn().size() <= MOST_DEPENDENCIES,
                        "depends_on_task_ids",
                        request.dependsOn().size(),
                        "may have 50 entries")
                .check(
                        request.input().toString().length() <= LARGEST_INPUT,
                        "input_data",
                        null,
                        "may have 100,000 characters in all")
                .enforce();
    }

    private TaskRecord submit(Caller caller, TaskRequest request) {
        var details = new TaskDetails(
                request.name(),
                request.description(),
                request.priority(),
                Duration.ofSeconds(request.timeoutSeconds()),
                request.maxRetries(),
                0,
                request.scheduledAt(),
                caller.subject(),
                request.relatedType(),
                request.relatedId(),
                request.parentId(),
                request.dependsOn());
        var kind = kinds.get(request.type());
        if (kind == null) throw new AppError.Unprocessable(request.type().id() + " has no work here");
        var id = engine.get()
                .submit(kind, new TaskInput(request.input(), caller.username()), caller.username(), details);
        core.trail().line(caller, "create", "task", id, null, request);
        return engine.get().find(id).orElseThrow();
    }

    /// For the program's own schedules; no policy stands in its way.
    void start(TaskType type) {
        submit(Caller.system(), TaskRequest.quick(type, Map.of()));
    }

    /// Why it could not be created now; none when it could.
    public Optional<String> refusal(Caller caller, TaskRequest request) {
        caller.require(Permission.TASKS_WRITE);
        return gate.refusal(caller, request);
    }

    /// The type under which a task is shown.
    public TaskType type(TaskRecord task) {
        return TaskType.ofKind(task.kind());
    }

    /// The type under which work of this engine kind is shown.
    public TaskType typeOf(String kind) {
        return TaskType.ofKind(kind);
    }

    /// What it works on; nothing for the work of other features, which is their own business.
    public Map<String, Object> input(TaskRecord task) {
        boolean isOurs = kinds.values().stream().anyMatch(kind -> kind.name().equals(task.kind()));
        if (!isOurs) return Map.of();
        return json.readValue(task.payload(), TaskInput.class).data();
    }

    /// @param types none means all
    public List<TaskRecord> list(Caller caller, Set<TaskType> types, TaskFilter filter) {
        return engine.get().list(visible(caller, types, filter));
    }

    public long count(Caller caller, Set<TaskType> types, TaskFilter filter) {
        return engine.get().count(visible(caller, types, filter));
    }

    private TaskFilter visible(Caller caller, Set<TaskType> types, TaskFilter filter) {
        caller.require(Permission.TASKS_READ);
        var of = filter;
        if (!types.isEmpty()) {
            var names = engine.get().kinds().stream()
                    .filter(name -> types.contains(TaskType.ofKind(name)))
                    .collect(Collectors.toSet());
            // A type that nothing here does has no tasks; an empty set would mean every kind.
            of = of.ofKinds(names.isEmpty() ? Set.of("-") : names);
        }
        return caller.may(Permission.TASKS_WRITE) ? of : of.ownedBy(caller.subject());
    }

    /// @throws AppError.NotFound also for a task that is not the caller's business
    public TaskRecord find(Caller caller, UUID id) {
        caller.require(Permission.TASKS_READ);
        return engine.get()
                .find(id)
                .filter(task -> isBusinessOf(caller, task))
                .orElseThrow(() -> new AppError.NotFound("Task", id.toString()));
    }

    /// Whether the caller sees this task.
    public boolean isBusinessOf(Caller caller, TaskRecord task) {
        return caller.may(Permission.TASKS_WRITE)
                || caller.may(Permission.TASKS_READ)
                        && caller.subject().equals(task.details().owner());
    }

    /// @throws AppError.Conflict when it is over
    public TaskRecord cancel(Caller caller, UUID id) {
        caller.require(Permission.TASKS_WRITE);
        engine.get().cancel(find(caller, id).id());
        core.trail().line(caller, "cancel", "task", id, null, null);
        return find(caller, id);
    }

    /// @throws AppError.Conflict when it did not fail, or was tried again as often as it may be
    public TaskRecord retry(Caller caller, UUID id) {
        caller.require(Permission.TASKS_WRITE);
        var task = find(caller, id);
        if (task.state() != State.FAILED) throw new AppError.Conflict("Only a failed task can be retried");
        if (task.details().retries() >= task.details().mostRetries()) {
            throw new AppError.Conflict("The task was retried " + task.details().retries() + " times already");
        }
        engine.get().retry(id);
        core.trail().line(caller, "retry", "task", id, null, null);
        return find(caller, id);
    }

    /// Says how far a waiting task has come, or how it ended elsewhere; a running one can only be cancelled.
    ///
    /// @throws AppError.Conflict when it runs, or is over
    public TaskRecord update(
            Caller caller,
            UUID id,
            @Nullable State state,
            @Nullable Integer progress,
            @Nullable String step,
            @Nullable Map<String, Object> result,
            @Nullable String error) {
        caller.require(Permission.TASKS_WRITE);
        if (progress != null)
            new Rules().between("progress_percentage", progress, 0, 100).enforce();
        new Rules().atMost("current_step", step, 80).enforce();
        var before = find(caller, id);
        if (state == State.CANCELLED && !before.state().isOver()) return cancel(caller, id);
        new Rules()
                .check(
                        state == null || state.isOver() || state == before.state(),
                        "status",
                        state,
                        "can only be set to an end")
                .enforce();
        var end = state != null && state.isOver() ? state : null;
        var after = engine.get()
                .amend(id, end, progress, step, result == null ? null : json.writeValueAsString(result), error);
        core.trail().line(caller, "update", "task", id, null, Map.of("status", after.state()));
        return after;
    }

    /// The types that have work, in the document's order.
    public List<TaskType> types(Caller caller) {
        caller.require(Permission.TASKS_READ);
        return List.copyOf(kinds.keySet());
    }

    public TaskStatistics statistics(Caller caller) {
        caller.require(Permission.TASKS_READ);
        var owner = caller.may(Permission.TASKS_WRITE) ? null : caller.subject();
        return engine.get().statistics(owner, TaskGate.today(clock.instant()));
    }

    /// Whether the engine takes work, and what runs.
    public record Worker(boolean isRunning, List<UUID> running, int handlers) {}

    public Worker worker(Caller caller) {
        caller.require(Permission.TASKS_READ);
        var running = engine.get().list(TaskFilter.newest(100).inStates(State.RUNNING)).stream()
                .map(TaskRecord::id)
                .toList();
        return new Worker(
                !engine.get().isPaused(), running, engine.get().kinds().size());
    }

    /// Lets the engine take work again. Only for administrators.
    ///
    /// @return false when it did already
    public boolean startWorker(Caller caller) {
        caller.require(Permission.SETTINGS_WRITE);
        core.trail().line(caller, "resume", "task engine", "engine", null, null);
        return engine.get().resume();
    }

    /// Keeps the engine from taking work; what runs is put off. Only for administrators.
    ///
    /// @return false when it was stopped already
    public boolean stopWorker(Caller caller) {
        caller.require(Permission.SETTINGS_WRITE);
        core.trail().line(caller, "pause", "task engine", "engine", null, null);
        return engine.get().pause();
    }

    /// What the caller may start.
    ///
    /// @param permissions in terms of the policies
    public record Rights(List<String> permissions, List<TaskType> allowed) {}

    public Rights rights(Caller caller) {
        caller.require(Permission.TASKS_READ);
        return new Rights(
                TaskPolicy.permissions(caller.role()).stream().sorted().toList(), gate.allowed(caller));
    }

    /// How much of a type's limits the caller has used.
    public record Limit(TaskType type, TaskPolicy policy, int running, int hour, int day) {}

    public List<Limit> limits(Caller caller) {
        caller.require(Permission.TASKS_READ);
        var limits = new ArrayList<Limit>();
        for (var type : gate.allowed(caller)) {
            var usage = gate.usage(caller, type);
            limits.add(new Limit(type, type.policy().orElseThrow(), usage.running(), usage.hour(), usage.day()));
        }
        return limits;
    }
}
