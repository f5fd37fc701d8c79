package org.gemba.planning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gemba.planning.schedule.Effort;
import org.gemba.planning.schedule.Job;
import org.gemba.planning.schedule.LateJob;
import org.gemba.planning.schedule.Outcome;
import org.gemba.planning.schedule.Problem;
import org.gemba.planning.schedule.Rearrangement;
import org.gemba.planning.schedule.Schedule;
import org.gemba.planning.schedule.Scheduler;
import org.gemba.planning.schedule.SearchWatch;
import org.gemba.planning.schedule.Weights;
import org.jspecify.annotations.Nullable;

/// Makes a schedule for an order, or changes one by hand.
final class ScheduleMaker {
    private static final long SEED = 20_260_301;

    private final Scheduler scheduler = new Scheduler();

    /// @param figures null when there is no schedule
    /// @param remark which jobs no resource can make; null when there is a schedule
    record Made(
            List<ScheduleItem> items,
            @Nullable ScheduleFigures figures,
            @Nullable String remark) {}

    /// @param pinned items that must stay where they are, by job id
    Made make(ScheduleProblem asked, ScheduleOrder order, Map<Integer, ScheduleItem> pinned, SearchWatch watch) {
        var rough = asked.problem(pinned);
        var first = scheduler.firstFigures(rough);
        if (first.isEmpty()) return impossible(rough.impossible());
        var goals = order.goals();
        var weights = Weights.ofShares(goals.makespan(), goals.utilization(), goals.setupTime(), first.get());
        var problem = rough.with(weights);
        return switch (scheduler.solve(problem, Effort.usual(problem.jobs().size()), SEED, watch)) {
            case Outcome.Impossible none -> impossible(none.jobs());
            case Outcome.Solved solved -> {
                var items = asked.items(problem, solved.schedule(), reasons(problem, solved.schedule()), pinned);
                yield new Made(items, figures(asked, problem, solved), null);
            }
        };
    }

    private static Made impossible(List<Job> jobs) {
        var names = jobs.stream().map(Job::id).collect(Collectors.joining(", "));
        return new Made(List.of(), null, "No available resource can make job " + names);
    }

    private static Map<Integer, String> reasons(Problem problem, Schedule schedule) {
        var reasons = new HashMap<Integer, String>();
        for (var late : LateJob.of(problem, schedule)) {
            reasons.put(late.job(), late.reason().name());
        }
        return reasons;
    }

    private static ScheduleFigures figures(ScheduleProblem asked, Problem problem, Outcome.Solved solved) {
        var found = solved.schedule().figures();
        return new ScheduleFigures(
                found.begin(),
                found.end(),
                found.setupMinutes(),
                found.lateJobs(),
                found.overtimeMinutes(),
                solved.objective(),
                solved.bound().value(),
                solved.gap(),
                solved.bound().isProven(),
                solved.bound().source(),
                solved.bound().remark(),
                asked.loads(problem, solved.schedule()));
    }

    /// @param newlyLate ids of jobs that were in time and are not any more
    record Moved(List<ScheduleItem> items, ScheduleFigures figures, List<Integer> newlyLate) {}

    /// Puts a job elsewhere; the others keep their order and make room.
    Moved move(
            ScheduleProblem asked,
            List<ScheduleItem> items,
            ScheduleFigures figures,
            int jobId,
            int line,
            int startMinute) {
        Map<Integer, ScheduleItem> former = items.stream().collect(Collectors.toMap(ScheduleItem::jobId, item -> item));
        Map<Integer, ScheduleItem> pinned = items.stream()
                .filter(item -> item.isPinned() && item.jobId() != jobId)
                .collect(Collectors.toMap(ScheduleItem::jobId, item -> item));
        var problem = asked.problem(pinned);
        var before = asked.schedule(problem, items, figures);
        var result = Rearrangement.move(problem, before, jobId - 1, line, startMinute);
        var found = result.moved().figures();
        var after = new ScheduleFigures(
                found.begin(),
                found.end(),
                found.setupMinutes(),
                found.lateJobs(),
                found.overtimeMinutes(),
                figures.objective(),
                null,
                null,
                false,
                null,
                "",
                asked.loads(problem, result.moved()));
        return new Moved(
                asked.items(problem, result.moved(), reasons(problem, result.moved()), former),
                after,
                result.newlyLate().stream().map(job -> job + 1).toList());
    }
}
