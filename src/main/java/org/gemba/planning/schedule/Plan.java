package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A schedule while it is being searched for: the order on each line and the overtime that is opened. Times follow.
final class Plan {
    final Model model;
    final int[][] order;
    final int[] length;
    final int[] lineOf;
    final int[][] overtimeLevels;
    final WorkTime[] work;
    final LineTiming.Cost[] costs;
    private final LineTiming timing;

    Plan(Model model) {
        this.model = model;
        this.timing = new LineTiming(model);
        this.order = new int[model.lines][model.jobs];
        this.length = new int[model.lines];
        this.lineOf = new int[model.jobs];
        this.overtimeLevels = new int[model.lines][];
        this.work = new WorkTime[model.lines];
        this.costs = new LineTiming.Cost[model.lines];
        for (int line = 0; line < model.lines; line++) {
            overtimeLevels[line] = new int[model.overtime[line].weeks()];
            costs[line] = new LineTiming.Cost();
            setOvertime(line, overtimeLevels[line]);
        }
    }

    void copy(Plan other) {
        for (int line = 0; line < model.lines; line++) {
            System.arraycopy(other.order[line], 0, order[line], 0, other.length[line]);
            length[line] = other.length[line];
            System.arraycopy(other.overtimeLevels[line], 0, overtimeLevels[line], 0, overtimeLevels[line].length);
            work[line] = other.work[line];
            costs[line].set(other.costs[line]);
        }
        System.arraycopy(other.lineOf, 0, lineOf, 0, model.jobs);
    }

    void setOvertime(int line, int[] levels) {
        overtimeLevels[line] = levels;
        work[line] = model.overtime[line].workTime(levels);
    }

    void time(int line) {
        timing.time(line, work[line], order[line], length[line], costs[line], null);
    }

    void timeAll() {
        for (int line = 0; line < model.lines; line++) time(line);
    }

    void insert(int line, int at, int job) {
        System.arraycopy(order[line], at, order[line], at + 1, length[line] - at);
        order[line][at] = job;
        length[line]++;
        lineOf[job] = line;
    }

    int remove(int line, int at) {
        int job = order[line][at];
        System.arraycopy(order[line], at + 1, order[line], at, length[line] - at - 1);
        length[line]--;
        return job;
    }

    int positionOf(int job) {
        int[] jobs = order[lineOf[job]];
        for (int i = 0; i < length[lineOf[job]]; i++) if (jobs[i] == job) return i;
        throw new IllegalStateException("job " + job + " is not on line " + lineOf[job]);
    }

    /// The weighted sum, by the figures of each line.
    double objective() {
        var weights = model.weights;
        int end = 0;
        double sum = 0;
        for (var cost : costs) {
            if (cost.end > end) end = cost.end;
            sum += weights.setup() * cost.setup
                    + weights.tardiness() * cost.late
                    + weights.overtime() * cost.overtime
                    + weights.change() * cost.changes;
        }
        return sum + weights.makespan() * end;
    }

    /// A little for every line's end, so that the search feels an improvement that the objective does not show yet.
    double slope() {
        double ends = 0;
        for (var cost : costs) ends += cost.end;
        return ends / model.lines;
    }

    Schedule schedule() {
        var placements = new ArrayList<@Nullable Placement>(Collections.nCopies(model.jobs, null));
        var opened = new ArrayList<List<Integer>>();
        var scratch = new LineTiming.Cost();
        int begin = Integer.MAX_VALUE;
        int overtime = 0;
        for (int line = 0; line < model.lines; line++) {
            int here = line;
            var clock = work[line];
            timing.time(line, clock, order[line], length[line], scratch, (job, setupFrom, setup, from, to) -> {
                int end = clock.endOf(to);
                int late = Math.max(0, model.due[job] == Job.NO_DUE ? 0 : end - model.due[job]);
                placements.set(
                        job, new Placement(job, here, clock.startOf(setupFrom), setup, clock.startOf(from), end, late));
            });
            overtime += scratch.overtime;
            opened.add(model.overtime[line].opened(overtimeLevels[line]));
        }
        var placed = new ArrayList<Placement>();
        int setups = 0;
        int end = 0;
        int lateJobs = 0;
        long weightedLate = 0;
        for (var placement : placements) {
            if (placement == null) throw new IllegalStateException("a job was not placed");
            placed.add(placement);
            begin = Math.min(begin, placement.setupStart());
            end = Math.max(end, placement.end());
            setups += placement.setupMinutes();
            if (placement.late() > 0) lateJobs++;
            weightedLate += (long) model.weight[placement.job()] * placement.late();
        }
        int changes = 0;
        for (var cost : costs) changes += cost.changes;
        var figures = new Figures(placed.isEmpty() ? 0 : begin, end, setups, weightedLate, lateJobs, overtime, changes);
        return new Schedule(placed, opened, figures);
    }
}
