package org.gemba.inventory.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.inventory.InventoryTasks;
import org.gemba.inventory.TaskRequest;
import org.gemba.inventory.TaskType;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskDetails.Priority;
import org.gemba.platform.tasks.TaskFilter;
import org.gemba.platform.tasks.TaskRecord.State;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `/tasks/*`, also under `/api`, where clients of the original look for it. Successes have `status`, `message` and
/// `data` only.
public final class TaskRoutes {
    private static final List<String> PREFIXES = List.of("/tasks", "/api/tasks");
    private static final int STANDARD = 50;
    private static final int MOST = 1000;
    private static final Map<String, TaskFilter.Order> ORDERS = Map.of(
            "created_at", TaskFilter.Order.CREATED,
            "started_at", TaskFilter.Order.STARTED,
            "completed_at", TaskFilter.Order.FINISHED,
            "priority", TaskFilter.Order.PRIORITY,
            "status", TaskFilter.Order.STATE,
            "task_type", TaskFilter.Order.KIND,
            "name", TaskFilter.Order.TITLE,
            "progress_percentage", TaskFilter.Order.PROGRESS);

    private final InventoryTasks tasks;
    private final TaskRights rights;

    private TaskRoutes(InventoryTasks tasks, TaskRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    record Change(
            @Nullable String status,
            @Nullable Integer progressPercentage,
            @Nullable String currentStep,
            @Nullable JsonNode resultData,
            @Nullable String errorMessage) {}

    record Validate(String taskType, @Nullable JsonNode inputData) {}

    public static List<Route> of(InventoryTasks tasks, TaskRights rights) {
        var routes = new ArrayList<Route>();
        for (var prefix : PREFIXES) routes.addAll(new TaskRoutes(tasks, rights).routes(prefix));
        return routes;
    }

    private List<Route> routes(String at) {
        var routes = new ArrayList<Route>(List.of(
                post(at, "/", "Queue a task")
                        .maxBody(256 * 1024)
                        .takes(TaskBody.class)
                        .answers(TaskAnswer.class)
                        .handle(call -> created(call, call.body(TaskBody.class).request())),
                get(at, "/", "Tasks, newest first")
                        .query("status", "string", "may come several times")
                        .query("task_type", "string", "may come several times")
                        .query("priority", "string", "may come several times")
                        .query("created_by_user_id", "string", "only this user's")
                        .query("limit", "integer", "50 unless given, 1000 at most")
                        .query("offset", "integer", "how many to pass over")
                        .query("order_by", "string", String.join(", ", ORDERS.keySet()))
                        .query("order_desc", "boolean", "true unless given")
                        .answersList(TaskAnswer.class)
                        .handle(this::list),
                get(at, "/my", "The caller's own tasks")
                        .answersList(TaskAnswer.class)
                        .handle(this::mine),
                get(at, "/{task_id}", "One task")
                        .pathParameter("task_id", "the task's id")
                        .answers(TaskAnswer.class)
                        .handle(call -> found("Task found", TaskAnswer.of(tasks, tasks.find(call.caller(), id(call))))),
                Route.put(ApiFamily.INVENTORY, at + "/{task_id}", "Say how far a waiting task is or how it ended")
                        .needs(Permission.TASKS_WRITE)
                        .pathParameter("task_id", "the task's id")
                        .takes(Change.class)
                        .answers(TaskAnswer.class)
                        .handle(this::update),
                post(at, "/{task_id}/cancel", "Cancel a waiting or running task")
                        .pathParameter("task_id", "the task's id")
                        .answers(TaskAnswer.class)
                        .handle(call ->
                                found("Task cancelled", TaskAnswer.of(tasks, tasks.cancel(call.caller(), id(call))))),
                post(at, "/{task_id}/retry", "Run a failed task again")
                        .pathParameter("task_id", "the task's id")
                        .answers(TaskAnswer.class)
                        .handle(call ->
                                found("Task queued again", TaskAnswer.of(tasks, tasks.retry(call.caller(), id(call))))),
                get(at, "/types/available", "The types of tasks that have work").handle(this::types),
                get(at, "/stats/summary", "How many tasks there are").handle(this::statistics),
                get(at, "/worker/status", "Whether the engine takes work").handle(this::worker),
                admin(at, "/worker/start", "Let the engine take work")
                        .handle(call -> turned(tasks.startWorker(call.caller()), "Task worker started", "running")),
                admin(at, "/worker/stop", "Keep the engine from taking work")
                        .handle(call -> turned(tasks.stopWorker(call.caller()), "Task worker stopped", "stopped")),
                post(at, "/security/validate", "Whether a task could be created")
                        .takes(Validate.class)
                        .handle(this::validate)));
        for (var type : List.of(
                TaskType.PART_ENRICHMENT,
                TaskType.DATASHEET_FETCH,
                TaskType.IMAGE_FETCH,
                TaskType.BULK_ENRICHMENT,
                TaskType.CSV_ENRICHMENT,
                TaskType.PRICE_UPDATE,
                TaskType.DATABASE_CLEANUP)) {
            routes.add(post(at, "/quick/" + type.id(), "Queue: " + type.title())
                    .maxBody(256 * 1024)
                    .takes(JsonNode.class)
                    .answers(TaskAnswer.class)
                    .handle(call -> quick(call, type)));
        }
        routes.addAll(rights.routes(at));
        return routes;
    }

    static Route.Builder get(String at, String path, String summary) {
        return Route.get(ApiFamily.INVENTORY, at + path, summary).needs(Permission.TASKS_READ);
    }

    private static Route.Builder post(String at, String path, String summary) {
        return Route.post(ApiFamily.INVENTORY, at + path, summary).needs(Permission.TASKS_WRITE);
    }

    private static Route.Builder admin(String at, String path, String summary) {
        return Route.post(ApiFamily.INVENTORY, at + path, summary).needs(Permission.SETTINGS_WRITE);
    }

    static Object found(String message, Object data) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("status", "success");
        envelope.put("message", message);
        envelope.put("data", data);
        return Answer.bare(envelope);
    }

    private static UUID id(Call call) {
        return Wire.known("Task", call.path("task_id"));
    }

    private Object created(Call call, TaskRequest request) {
        return found("Task created successfully", TaskAnswer.of(tasks, tasks.create(call.caller(), request)));
    }

    /// An enrichment is always about parts; only prices can be asked for all of them.
    private Object quick(Call call, TaskType type) {
        var input = TaskBody.object("body", call.body(JsonNode.class));
        boolean isAboutParts = type != TaskType.PRICE_UPDATE && type != TaskType.DATABASE_CLEANUP;
        if (isAboutParts && !input.containsKey("part_id") && !input.containsKey("part_ids")) {
            var field = type == TaskType.BULK_ENRICHMENT || type == TaskType.CSV_ENRICHMENT ? "part_ids" : "part_id";
            throw new AppError.InvalidInput(FieldError.body(field, null, new Rule.Required()));
        }
        return created(call, TaskRequest.quick(type, input));
    }

    private Object list(Call call) {
        int limit = call.queryInt("limit", STANDARD, 1, MOST);
        int offset = call.queryInt("offset", 0, 0, Integer.MAX_VALUE);
        boolean descending = call.queryFlag("order_desc", true);
        var by = PartRoutes.given(call, "order_by").orElse("created_at");
        var order = ORDERS.get(by);
        if (order == null) {
            call.fault(new FieldError(
                    Place.QUERY,
                    "order_by",
                    by,
                    new Rule.OneOf(ORDERS.keySet().stream().sorted().toList())));
        }
        call.checked();
        Set<State> states = new HashSet<>();
        for (var text : call.queries("status")) states.add(TaskBody.state("status", text));
        Set<TaskType> types = new HashSet<>();
        for (var text : call.queries("task_type")) types.add(TaskBody.type("task_type", text));
        Set<Priority> priorities = new HashSet<>();
        for (var text : call.queries("priority")) priorities.add(TaskBody.priority("priority", text));
        var filter = TaskFilter.newest(limit)
                .from(offset)
                .inStates(states)
                .ofPriorities(priorities)
                .ownedBy(PartRoutes.given(call, "created_by_user_id").orElse(null))
                .orderedBy(order == null ? TaskFilter.Order.CREATED : order, descending);
        var data = new LinkedHashMap<String, Object>();
        data.put("tasks", answers(call, types, filter));
        data.put("total", tasks.count(call.caller(), types, filter));
        data.put("limit", limit);
        data.put("offset", offset);
        return listed(data);
    }

    private List<TaskAnswer> answers(Call call, Set<TaskType> types, TaskFilter filter) {
        return tasks.list(call.caller(), types, filter).stream()
                .map(task -> TaskAnswer.of(tasks, task))
                .toList();
    }

    /// The tasks are the data; what else there is to say stands beside it.
    private static Object listed(Map<String, Object> about) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("status", "success");
        envelope.put("message", about.get("total") + " tasks found");
        envelope.put("data", about.get("tasks"));
        about.forEach((name, text) -> {
            if (!name.equals("tasks")) envelope.put(name, text);
        });
        return Answer.bare(envelope);
    }

    private Object mine(Call call) {
        var filter = TaskFilter.newest(MOST).ownedBy(call.caller().subject());
        var data = new LinkedHashMap<String, Object>();
        data.put("tasks", answers(call, Set.of(), filter));
        data.put("total", tasks.count(call.caller(), Set.of(), filter));
        return listed(data);
    }

    private Object update(Call call) {
        var body = call.body(Change.class);
        var task = tasks.update(
                call.caller(),
                id(call),
                body.status() == null ? null : TaskBody.state("status", body.status()),
                body.progressPercentage(),
                body.currentStep(),
                body.resultData() == null ? null : TaskBody.object("result_data", body.resultData()),
                body.errorMessage());
        return found("Task updated successfully", TaskAnswer.of(tasks, task));
    }

    private Object types(Call call) {
        return found(
                "Task types found",
                tasks.types(call.caller()).stream()
                        .map(type ->
                                Map.of("type", type.name(), "name", type.title(), "description", type.description()))
                        .toList());
    }

    private Object statistics(Call call) {
        var statistics = tasks.statistics(call.caller());
        var byType = new LinkedHashMap<String, Long>();
        statistics
                .byKind()
                .forEach((kind, count) -> byType.merge(rights.type(kind).name(), count, Long::sum));
        var byStatus = new LinkedHashMap<String, Long>();
        for (var state : State.values()) {
            byStatus.put(TaskAnswer.status(state), statistics.byState().getOrDefault(state, 0L));
        }
        var byPriority = new LinkedHashMap<String, Long>();
        for (var priority : Priority.values()) {
            byPriority.put(priority.name(), statistics.byPriority().getOrDefault(priority, 0L));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("total_tasks", statistics.total());
        data.put("by_status", byStatus);
        data.put("by_type", byType);
        data.put("by_priority", byPriority);
        data.put("running_tasks", byStatus.get("RUNNING"));
        data.put("failed_tasks", byStatus.get("FAILED"));
        data.put("completed_today", statistics.completedSince());
        return found("Task statistics found", data);
    }

    private Object worker(Call call) {
        var worker = tasks.worker(call.caller());
        var data = new LinkedHashMap<String, Object>();
        data.put("is_running", worker.isRunning());
        data.put("running_tasks_count", worker.running().size());
        data.put("running_task_ids", worker.running());
        data.put("registered_handlers", worker.handlers());
        return found(worker.isRunning() ? "Task worker is running" : "Task worker is stopped", data);
    }

    private static Object turned(boolean isDone, String message, String state) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("status", isDone ? "success" : "info");
        envelope.put("message", isDone ? message : "Task worker is already " + state);
        envelope.put("data", Map.of("is_running", state.equals("running")));
        return Answer.bare(envelope);
    }

    private Object validate(Call call) {
        var body = call.body(Validate.class);
        var type = TaskBody.type("task_type", body.taskType());
        var refusal =
                tasks.refusal(call.caller(), TaskRequest.quick(type, TaskBody.object("input_data", body.inputData())));
        var data = new LinkedHashMap<String, Object>();
        data.put("allowed", refusal.isEmpty());
        data.put("error_message", refusal.orElse(null));
        data.put("task_type", type.name());
        return found(refusal.isEmpty() ? "The task can be created" : "The task cannot be created", data);
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
