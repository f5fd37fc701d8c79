package org.gemba.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.ResourceTable;
import org.gemba.planning.data.ScheduleTable;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Production schedules: made by a task, changed by hand, tried out as copies, published.
public final class ScheduleService {

    private final Ground ground;
    private final Supplier<Tasks> tasks;
    private final ScheduleMaker maker = new ScheduleMaker();
    private final TaskKind<Making> making =
            TaskKind.once("planning.schedule", Making.class, TaskKind.Overlap.ALLOWED, this::work);

    /// What the task works on.
    ///
    /// @param keepPinned a new search for a schedule that has pinned items
    public record Making(long scheduleId, boolean keepPinned) {}

    /// A schedule that is on its way.
    public record Started(UUID taskId, long scheduleId) {}

    ScheduleService(Ground ground, Supplier<Tasks> tasks) {
        this.ground = ground;
        this.tasks = tasks;
    }

    TaskKind<Making> kind() {
        return making;
    }

    /// Begins to make a schedule.
    public Started create(Caller caller, ScheduleOrder order) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = ScheduleRules.check(order);
        long id = ground.database().write(handle -> {
            var products = ProductTable.known(
                    handle,
                    order.jobs().stream().map(ScheduleOrder.JobOrder::productId).toList());
            ScheduleRules.checkKnown(order, products, ResourceTable.ids(handle), faults);
            faults.check();
            long made = ScheduleTable.insert(handle, fresh(order, caller, null, List.of(), null));
            ground.audit(handle, caller, "create", "planning_schedule", made, null, order);
            return made;
        });
        return start(caller, id, false);
    }

    /// Searches anew with the resources and calendars of the moment; pinned items stay.
    public Started replan(Caller caller, long id, @Nullable Integer version) {
        caller.require(Permission.PLANNING_WRITE);
        ground.database().write(handle -> {
            var before = ScheduleTable.get(handle, id);
            refuseStale(before, version);
            refuseLocked(before);
            var draft = after(before, caller.username(), ScheduleStatus.DRAFT, before.items(), before.figures(), null);
            ScheduleTable.save(handle, ground, caller, "replan", before, draft);
            return before;
        });
        return start(caller, id, true);
    }

    private Started start(Caller caller, long id, boolean keepPinned) {
        var task = tasks.get().submit(making, new Making(id, keepPinned), caller.username());
        ground.database().write(handle -> {
            ScheduleTable.setTask(handle, id, task);
            return id;
        });
        return new Started(task, id);
    }

    private PlannedSchedule fresh(
            ScheduleOrder order,
            Caller caller,
            @Nullable Long copyOf,
            List<ScheduleItem> items,
            @Nullable ScheduleFigures figures) {
        var now = ground.now();
        var status = copyOf == null ? ScheduleStatus.DRAFT : ScheduleStatus.OPTIMIZED;
        return new PlannedSchedule(
                0,
                null,
                order,
                status,
                figures,
                null,
                copyOf,
                items,
                now,
                caller.username(),
                now,
                caller.username(),
                1);
    }

    private String work(Making what, TaskContext context) {
        var before = ground.database().read(handle -> ScheduleTable.get(handle, what.scheduleId()));
        Map<Integer, ScheduleItem> pinned = what.keepPinned() ? pinned(before.items()) : Map.of();
        var asked = problem(before.order());
        context.progress(5, "search", before.order().name());
        var made = maker.make(asked, before.order(), pinned, new TaskWatch(context));
        context.checkCancelled();
        var status = made.figures() == null ? ScheduleStatus.INFEASIBLE : ScheduleStatus.OPTIMIZED;
        ground.database().write(handle -> {
            var now = ScheduleTable.get(handle, what.scheduleId());
            var done = after(now, Caller.system().username(), status, made.items(), made.figures(), made.remark());
            ScheduleTable.save(handle, ground, Caller.system(), "optimize", now, done);
            return now;
        });
        ground.events().publish(new PlanningChange.ScheduleChanged(what.scheduleId(), status));
        return made.remark() == null ? "schedule " + what.scheduleId() : made.remark();
    }

    private static Map<Integer, ScheduleItem> pinned(List<ScheduleItem> items) {
        var pinned = new HashMap<Integer, ScheduleItem>();
        for (var item : items) if (item.isPinned()) pinned.put(item.jobId(), item);
        return pinned;
    }

    private ScheduleProblem problem(ScheduleOrder order) {
        return ground.database().read(handle -> {
            var products = order.jobs().stream()
                    .map(job -> ProductTable.get(handle, job.productId()))
                    .toList();
            var resources = ResourceTable.list(handle, null).stream()
                    .filter(Resource::isAvailable)
                    .filter(resource -> order.availableHours().isEmpty()
                            || order.availableHours().containsKey(resource.id()))
                    .toList();
            return new ScheduleProblem(
                    order,
                    products,
                    resources,
                    ground.zone().get(),
                    ground.clock().instant());
        });
    }

    /// @throws AppError.NotFound when there is none
    public PlannedSchedule find(Caller caller, long id) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> ScheduleTable.get(handle, id));
    }

    /// The schedule that a task makes.
    public PlannedSchedule ofTask(Caller caller, UUID task) {
        caller.require(Permission.PLANNING_READ);
        return ground.database()
                .read(handle -> ScheduleTable.idOfTask(handle, task)
                        .map(id -> ScheduleTable.get(handle, id))
                        .orElseThrow(() -> new AppError.NotFound("Schedule", "schedule-" + task)));
    }

    /// One page of a list; its schedules come without their items.
    public record Found(List<PlannedSchedule> schedules, long total) {}

    public Found list(Caller caller, int limit, long offset) {
        caller.require(Permission.PLANNING_READ);
        return ground.database()
                .read(handle -> new Found(ScheduleTable.list(handle, limit, offset), ScheduleTable.count(handle)));
    }

    /// Changes the status, jobs, or both.
    ///
    /// @param force also when a job of priority 1 becomes late by it
    /// @param version the state that the change was made from; null to change whatever is there
    /// @throws AppError.Conflict when somebody else changed it meanwhile, or a job of priority 1 would become late
    /// @throws AppError.Unprocessable when the status cannot follow, or a job cannot run there
    public PlannedSchedule change(
            Caller caller,
            long id,
            @Nullable ScheduleStatus status,
            List<Modification> modifications,
            boolean force,
            @Nullable Integer version) {
        caller.require(Permission.PLANNING_WRITE);
        var changed = ground.database().write(handle -> {
            var before = ScheduleTable.get(handle, id);
            refuseStale(before, version);
            var next = status == null ? before.status() : status;
            if (!before.status().canBecome(next)) {
                throw new AppError.Unprocessable(
                        "A schedule that is " + before.status().word() + " cannot become " + next.word());
            }
            var editing = new ScheduleEditing(maker, problem(before.order()), force);
            var state = modifications.isEmpty()
                    ? new ScheduleEditing.State(before.items(), before.figures())
                    : editing.apply(before, modifications);
            var after = after(before, caller.username(), next, state.items(), state.figures(), null);
            ScheduleTable.save(handle, ground, caller, "update", before, after);
            return ScheduleTable.get(handle, id);
        });
        ground.events().publish(new PlanningChange.ScheduleChanged(id, changed.status()));
        return changed;
    }

    /// A copy to try things out on; it is a schedule of its own.
    public PlannedSchedule copy(Caller caller, long id, String name) {
        caller.require(Permission.PLANNING_WRITE);
        var faults = new Faults();
        faults.text("name", name, 1, 200);
        faults.check();
        return ground.database().write(handle -> {
            var original = ScheduleTable.get(handle, id);
            if (original.figures() == null) {
                throw new AppError.Unprocessable(
                        "Schedule " + id + " is " + original.status().word() + " and has nothing to copy");
            }
            var fresh = fresh(original.order().named(name), caller, id, original.items(), original.figures());
            long made = ScheduleTable.insert(handle, fresh);
            ground.audit(handle, caller, "copy", "planning_schedule", made, null, Map.of("copy_of", id));
            return ScheduleTable.get(handle, made);
        });
    }

    /// Drops a schedule that is not published.
    public void delete(Caller caller, long id) {
        caller.require(Permission.PLANNING_WRITE);
        ground.database().write(handle -> {
            var before = ScheduleTable.get(handle, id);
            refuseLocked(before);
            ScheduleTable.delete(handle, id);
            ground.audit(handle, caller, "delete", "planning_schedule", id, before.order(), null);
            return id;
        });
    }

    private PlannedSchedule after(
            PlannedSchedule before,
            String who,
            ScheduleStatus status,
            List<ScheduleItem> items,
            @Nullable ScheduleFigures figures,
            @Nullable String remark) {
        return new PlannedSchedule(
                before.id(),
                before.taskId(),
                before.order(),
                status,
                figures,
                remark,
                before.copyOf(),
                items,
                before.createdAt(),
                before.createdBy(),
                ground.now(),
                who,
                before.version() + 1);
    }

    private static void refuseStale(PlannedSchedule now, @Nullable Integer version) {
        if (version == null || version == now.version()) return;
        throw new AppError.Conflict("Schedule " + now.id() + " was changed by " + now.updatedBy()
                + " meanwhile (version " + now.version() + ", " + now.status().word() + ")");
    }

    private static void refuseLocked(PlannedSchedule now) {
        boolean isLocked = now.status() == ScheduleStatus.APPROVED
                || now.status() == ScheduleStatus.IN_PROGRESS
                || now.status() == ScheduleStatus.COMPLETED;
        if (isLocked)
            throw new AppError.Conflict(
                    "Schedule " + now.id() + " is " + now.status().word());
    }
}
