package org.gemba.planning.http;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.PlannedSchedule;
import org.gemba.planning.Product;
import org.gemba.planning.ProductFilter;
import org.gemba.planning.ProductService;
import org.gemba.planning.ResourceService;
import org.gemba.planning.ScheduleService;
import org.gemba.planning.ScheduleStatus;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/schedules`.
public final class ScheduleRoutes {
    private static final Pattern TASK = Pattern.compile("schedule-([0-9a-f-]{36})");
    private static final Duration USUAL_TIME = Duration.ofSeconds(10);
    private static final long MOST_BYTES = 1 << 20;

    private final ScheduleService service;
    private final ProductService products;
    private final ResourceService resources;
    private final Supplier<Tasks> tasks;
    private final Clock clock;

    public ScheduleRoutes(
            ScheduleService service,
            ProductService products,
            ResourceService resources,
            Supplier<Tasks> tasks,
            Clock clock) {
        this.service = service;
        this.products = products;
        this.resources = resources;
        this.tasks = tasks;
        this.clock = clock;
    }

    record Deleted(boolean success, String message) {}

    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.add(Route.post(ApiFamily.PLANNING, "/api/schedules/create", "Make a production schedule")
                .needs(Permission.PLANNING_WRITE)
                .maxBody(MOST_BYTES)
                .takes(ScheduleBodies.Create.class)
                .answers(ScheduleAnswers.Accepted.class)
                .status(202)
                .handle(this::create));
        routes.add(Route.get(ApiFamily.PLANNING, "/api/schedules/tasks/{task_id}", "How far a schedule has come")
                .needs(Permission.PLANNING_READ)
                .pathParameter("task_id", "schedule-…")
                .answers(ScheduleAnswers.Task.class)
                .handle(this::task));
        routes.add(Route.get(ApiFamily.PLANNING, "/api/schedules", "Schedules, the newest first")
                .needs(Permission.PLANNING_READ)
                .query("page", "integer", "from 1")
                .query("per_page", "integer", "1 to 100, otherwise 20")
                .answersPage(ScheduleAnswers.Row.class)
                .handle(this::list));
        routes.add(Route.get(ApiFamily.PLANNING, "/api/schedules/{schedule_id}", "A schedule with its jobs")
                .needs(Permission.PLANNING_READ)
                .pathParameter("schedule_id", "a number, or the task that makes it")
                .answers(ScheduleAnswers.Detail.class)
                .handle(call -> detail(call, found(call))));
        routes.add(Route.put(ApiFamily.PLANNING, "/api/schedules/{schedule_id}", "Change status and jobs by hand")
                .needs(Permission.PLANNING_WRITE)
                .pathParameter("schedule_id", "a number")
                .takes(ScheduleBodies.Update.class)
                .answers(ScheduleAnswers.Detail.class)
                .handle(this::change));
        routes.add(Route.post(ApiFamily.PLANNING, "/api/schedules/{schedule_id}/copy", "A copy to try things out on")
                .needs(Permission.PLANNING_WRITE)
                .pathParameter("schedule_id", "a number")
                .takes(ScheduleBodies.Copy.class)
                .answers(ScheduleAnswers.Detail.class)
                .status(201)
                .handle(this::copy));
        routes.add(
                Route.post(ApiFamily.PLANNING, "/api/schedules/{schedule_id}/replan", "Search anew; pinned jobs stay")
                        .needs(Permission.PLANNING_WRITE)
                        .pathParameter("schedule_id", "a number")
                        .answers(ScheduleAnswers.Accepted.class)
                        .status(202)
                        .handle(call -> accepted(service.replan(call.caller(), id(call), null))));
        routes.add(Route.delete(ApiFamily.PLANNING, "/api/schedules/{schedule_id}", "Drop what is not published")
                .needs(Permission.PLANNING_WRITE)
                .pathParameter("schedule_id", "a number")
                .answersBare(Deleted.class)
                .handle(call -> {
                    service.delete(call.caller(), id(call));
                    return Answer.bare(new Deleted(true, "Schedule deleted successfully"));
                }));
        return List.copyOf(routes);
    }

    private static long id(Call call) {
        return ProductRoutes.number(call.path("schedule_id"), "Schedule");
    }

    private Object create(Call call) {
        var order = call.body(ScheduleBodies.Create.class).order();
        return accepted(service.create(call.caller(), order));
    }

    private Answer accepted(ScheduleService.Started started) {
        var accepted = new ScheduleAnswers.Accepted(
                ScheduleAnswers.taskName(started.taskId()),
                "processing",
                clock.instant().plus(USUAL_TIME),
                started.scheduleId());
        return Answer.status(202, new Reply("Schedule optimization started", accepted));
    }

    private static Optional<UUID> taskId(String text) {
        var match = TASK.matcher(text);
        if (!match.matches()) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(match.group(1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private PlannedSchedule found(Call call) {
        var text = call.path("schedule_id");
        var task = taskId(text);
        return task.isPresent() ? service.ofTask(call.caller(), task.get()) : service.find(call.caller(), id(call));
    }

    private Object task(Call call) {
        var text = call.path("task_id");
        var id = taskId(text).orElseThrow(() -> new AppError.NotFound("Task", text));
        var schedule = service.ofTask(call.caller(), id);
        var task = tasks.get().find(id).orElseThrow(() -> new AppError.NotFound("Task", text));
        return new ScheduleAnswers.Task(
                text,
                word(task),
                task.progress(),
                schedule.id(),
                task.startedAt(),
                task.finishedAt(),
                task.error() == null ? schedule.remark() : task.error());
    }

    private static String word(TaskRecord task) {
        return switch (task.state()) {
            case QUEUED, RUNNING, RETRY -> "processing";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private Object list(Call call) {
        int page = call.queryInt("page", 1, 1, 1_000_000);
        int size = call.queryInt("per_page", 20, 1, 100);
        call.checked();
        var found = service.list(call.caller(), size, (page - 1L) * size);
        return new Page<>(
                "schedules",
                found.schedules().stream().map(ScheduleAnswers.Row::of).toList(),
                page,
                size,
                found.total());
    }

    private Object change(Call call) {
        var body = call.body(ScheduleBodies.Update.class);
        var status = status(call, body.status());
        call.checked();
        var modifications = body.modifications() == null ? List.<ScheduleBodies.Changed>of() : body.modifications();
        var changed = service.change(
                call.caller(),
                id(call),
                status,
                modifications.stream().map(ScheduleBodies.Changed::modification).toList(),
                Boolean.TRUE.equals(body.force()),
                body.version());
        return new Reply("Schedule updated successfully", detail(call, changed));
    }

    private static @Nullable ScheduleStatus status(Call call, @Nullable String word) {
        if (word == null) return null;
        for (var status : ScheduleStatus.values()) if (status.word().equals(word)) return status;
        var words = java.util.Arrays.stream(ScheduleStatus.values())
                .map(ScheduleStatus::word)
                .toList();
        call.fault(FieldError.body("status", word.toLowerCase(Locale.ROOT), new Rule.OneOf(words)));
        return null;
    }

    private Object copy(Call call) {
        var copied = service.copy(
                call.caller(), id(call), call.body(ScheduleBodies.Copy.class).name());
        return Answer.created(new Reply("Schedule copied", detail(call, copied)));
    }

    private ScheduleAnswers.Detail detail(Call call, PlannedSchedule schedule) {
        var names = products.list(call.caller(), ProductFilter.all()).products().stream()
                .collect(Collectors.toMap(Product::id, Product::name));
        var lines = resources.availability(call.caller(), null, null, null).stream()
                .collect(Collectors.toMap(
                        found -> found.resource().id(),
                        found -> found.resource().name()));
        return ScheduleAnswers.detail(schedule, names, lines);
    }
}
