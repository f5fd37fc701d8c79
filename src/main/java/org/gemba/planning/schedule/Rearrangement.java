package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Changes that a person makes to a schedule: one job goes elsewhere, the others keep their order and line and move
/// only as far right as they must.
public final class Rearrangement {
    private Rearrangement() {}

    /// @param moved the schedule after the change
    /// @param newlyLate jobs that were in time and are not any more
    public record Result(Schedule moved, List<Integer> newlyLate) {
        public Result {
            newlyLate = List.copyOf(newlyLate);
        }
    }

    /// Puts a job on a line at a clock minute.
    ///
    /// @throws IllegalArgumentException when the line cannot make it, or the job is pinned
    public static Result move(Problem problem, Schedule schedule, int job, int line, int start) {
        var target = problem.jobs().get(job);
        if (!target.canRunOn(line)) throw new IllegalArgumentException("line " + line + " cannot make job " + job);
        if (target.pin() != null) throw new IllegalArgumentException("job " + job + " is pinned");
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < problem.jobs().size(); i++) {
            var each = problem.jobs().get(i);
            int from = i == job ? start : schedule.placements().get(i).start();
            jobs.add(new Job(
                    each.id(),
                    each.minutes(),
                    Math.max(each.release(), from),
                    each.due(),
                    each.weight(),
                    each.pin(),
                    each.before()));
        }
        var model = new Model(new Problem(problem.lines(), jobs, problem.setups(), problem.weights()));
        var plan = new Plan(model);
        for (int i = 0; i < problem.lines().size(); i++) fill(plan, schedule, i, job, line, start);
        keepOvertime(plan, schedule);
        plan.timeAll();
        var moved = plan.schedule();
        var late = new ArrayList<Integer>();
        for (var placement : moved.placements()) {
            if (placement.late() > 0
                    && schedule.placements().get(placement.job()).late() == 0) {
                late.add(placement.job());
            }
        }
        return new Result(moved, late);
    }

    private static void fill(Plan plan, Schedule schedule, int line, int job, int target, int start) {
        record Wish(int job, int start) {}
        var wishes = new ArrayList<Wish>();
        for (var placement : schedule.on(line)) {
            if (placement.job() == job || plan.model.isPinned[placement.job()]) continue;
            wishes.add(new Wish(placement.job(), placement.start()));
        }
        if (line == target) wishes.add(0, new Wish(job, start));
        wishes.sort(Comparator.comparingInt(Wish::start));
        for (var wish : wishes) plan.insert(line, plan.length[line], wish.job());
    }

    private static void keepOvertime(Plan plan, Schedule schedule) {
        for (int line = 0; line < plan.model.lines; line++) {
            var opened = schedule.openedOvertime().get(line);
            int most = plan.model.problem.lines().get(line).overtimePerWeek();
            int[] levels = new int[opened.size()];
            for (int week = 0; week < levels.length; week++) {
                levels[week] = most == 0 ? 0 : Math.round((float) opened.get(week) * Overtime.MOST / most);
            }
            if (levels.length > 0) plan.setOvertime(line, levels);
        }
    }
}
