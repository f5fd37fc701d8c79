package org.gemba.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Applies changes by hand to the items of one schedule.
final class ScheduleEditing {
    private static final Set<String> ITEM_STATES = Set.of("scheduled", "started", "done");

    private final ScheduleMaker maker;
    private final ScheduleProblem asked;
    private final boolean force;

    /// @param force also when a job of priority 1 becomes late by it
    ScheduleEditing(ScheduleMaker maker, ScheduleProblem asked, boolean force) {
        this.maker = maker;
        this.asked = asked;
        this.force = force;
    }

    record State(List<ScheduleItem> items, @Nullable ScheduleFigures figures) {}

    /// All of them in turn, or none.
    State apply(PlannedSchedule before, List<Modification> modifications) {
        if (before.status() == ScheduleStatus.DRAFT || before.status() == ScheduleStatus.COMPLETED) {
            throw new AppError.Unprocessable(
                    "A schedule that is " + before.status().word() + " cannot be changed");
        }
        var state = new State(before.items(), before.figures());
        for (int i = 0; i < modifications.size(); i++) {
            state = apply(state, modifications.get(i), "modifications[" + i + "]");
        }
        return state;
    }

    private State apply(State state, Modification wanted, String field) {
        var item = state.items().stream()
                .filter(each -> each.jobId() == wanted.jobId())
                .findFirst()
                .orElseThrow(() -> new AppError.NotFound("Job", String.valueOf(wanted.jobId())));
        check(wanted, field);
        var figures = state.figures();
        if (figures == null || wanted.newStart() == null && wanted.newResource() == null) {
            return new State(marked(state.items(), wanted), figures);
        }
        var moved = moved(state.items(), figures, item, wanted);
        return new State(marked(moved.items(), wanted), moved.figures());
    }

    private static void check(Modification wanted, String field) {
        var faults = new Faults();
        faults.text(field + ".reason", wanted.reason(), 0, 500);
        if (wanted.status() != null && !ITEM_STATES.contains(wanted.status())) {
            faults.add(field + ".status", wanted.status(), new Rule.OneOf(List.of("scheduled", "started", "done")));
        }
        faults.check();
    }

    private ScheduleMaker.Moved moved(
            List<ScheduleItem> items, ScheduleFigures figures, ScheduleItem item, Modification wanted) {
        int line = asked.line(wanted.newResource() == null ? item.resourceId() : wanted.newResource());
        if (line < 0) throw new AppError.Unprocessable("Resource " + wanted.newResource() + " takes no part");
        int start = asked.minuteOf(wanted.newStart() == null ? item.startTime() : wanted.newStart());
        if (start < 0) throw new AppError.Unprocessable("Job " + item.jobId() + " cannot begin before the schedule");
        ScheduleMaker.Moved moved;
        try {
            moved = maker.move(asked, items, figures, item.jobId(), line, start);
        } catch (IllegalArgumentException e) {
            throw new AppError.Unprocessable("Job " + item.jobId() + " cannot run there: " + e.getMessage());
        }
        var pressing = moved.items().stream()
                .filter(each -> each.priority() == 1 && moved.newlyLate().contains(each.jobId()))
                .map(each -> String.valueOf(each.jobId()))
                .toList();
        if (!force && !pressing.isEmpty()) {
            throw new AppError.Conflict("Jobs of priority 1 would become late: " + String.join(", ", pressing));
        }
        return moved;
    }

    private static List<ScheduleItem> marked(List<ScheduleItem> items, Modification wanted) {
        var marked = new ArrayList<ScheduleItem>();
        for (var item : items) {
            boolean isMeant = item.jobId() == wanted.jobId();
            marked.add(
                    !isMeant
                            ? item
                            : new ScheduleItem(
                                    item.jobId(),
                                    item.productId(),
                                    item.quantity(),
                                    item.dueDate(),
                                    item.priority(),
                                    item.resourceId(),
                                    item.setupStart(),
                                    item.setupMinutes(),
                                    item.startTime(),
                                    item.endTime(),
                                    item.durationMinutes(),
                                    item.lateMinutes(),
                                    item.lateReason(),
                                    wanted.pinned() == null ? item.isPinned() : wanted.pinned(),
                                    wanted.status() == null ? item.status() : wanted.status()));
        }
        return marked;
    }
}
