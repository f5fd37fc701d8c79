package org.gemba.planning.schedule;

import java.util.Arrays;

/// A bound by counting: no job ends before it could alone, and all work with its least set-ups has to fit into the
/// open hours. Weak where set-ups differ much, but there at once and without a solver.
final class CountedBound {
    private static final int NO_REAL_SETUP = Integer.MAX_VALUE;

    private final Model model;
    private final WorkTime[] open;

    private CountedBound(Model model) {
        this.model = model;
        this.open = new WorkTime[model.lines];
        for (int line = 0; line < model.lines; line++) open[line] = allOpen(model, line);
    }

    static double of(Model model) {
        var bound = new CountedBound(model);
        var weights = model.weights;
        return weights.makespan() * bound.end() + weights.setup() * bound.setups() + weights.tardiness() * bound.late();
    }

    /// Working time with all overtime opened: no schedule has more.
    static WorkTime allOpen(Model model, int line) {
        int[] levels = new int[model.overtime[line].weeks()];
        Arrays.fill(levels, Overtime.MOST);
        return model.overtime[line].workTime(levels);
    }

    private int end() {
        int end = 0;
        for (int job = 0; job < model.jobs; job++) end = Math.max(end, earliestEnd(job));
        return Math.max(end, endOfAllWork());
    }

    /// When a job would be done if it were the only one.
    private int earliestEnd(int job) {
        int earliest = Integer.MAX_VALUE;
        for (int line = 0; line < model.lines; line++) {
            if (!model.canRun(line, job)) continue;
            int from = Math.max(model.leastSetup(line, job), open[line].before(model.release[job]));
            if (model.isPinned[job]) from = open[line].before(model.pinStart[job]);
            earliest = Math.min(earliest, open[line].endOf(from + model.run[line][job]));
        }
        return earliest;
    }

    private double late() {
        double late = 0;
        for (int job = 0; job < model.jobs; job++) {
            if (model.due[job] == Job.NO_DUE) continue;
            late += (double) model.weight[job] * Math.max(0, earliestEnd(job) - model.due[job]);
        }
        return late;
    }

    /// All jobs but the first of each line follow another.
    private long setups() {
        int[] least = new int[model.jobs];
        for (int job = 0; job < model.jobs; job++) {
            int real = NO_REAL_SETUP;
            for (int line = 0; line < model.lines; line++) real = Math.min(real, realSetup(line, job));
            least[job] = real == NO_REAL_SETUP ? 0 : real;
        }
        Arrays.sort(least);
        long sum = 0;
        for (int i = 0; i < model.jobs - model.lines; i++) sum += least[i];
        return sum;
    }

    private int realSetup(int line, int job) {
        int least = NO_REAL_SETUP;
        if (!model.canRun(line, job)) return least;
        for (int before = 0; before < model.jobs; before++) {
            if (before != job && model.canRun(line, before)) least = Math.min(least, model.setup(line, before, job));
        }
        return least;
    }

    private int endOfAllWork() {
        long work = 0;
        int[] spared = new int[model.jobs];
        for (int job = 0; job < model.jobs; job++) {
            int least = Integer.MAX_VALUE;
            int mostSetup = 0;
            for (int line = 0; line < model.lines; line++) {
                if (!model.canRun(line, job)) continue;
                int setup = realSetup(line, job);
                if (setup == NO_REAL_SETUP) setup = 0;
                least = Math.min(least, model.run[line][job] + setup);
                mostSetup = Math.max(mostSetup, setup);
            }
            work += least;
            spared[job] = mostSetup;
        }
        Arrays.sort(spared);
        for (int i = 0; i < Math.min(model.lines, model.jobs); i++) work -= spared[model.jobs - 1 - i];
        return clockWith(work);
    }

    /// The first clock minute before which the lines together have been open that long.
    private int clockWith(long work) {
        int low = 0;
        int high = 1 << 28;
        while (low < high) {
            int middle = (low + high) >>> 1;
            long sum = 0;
            for (var line : open) sum += line.before(middle);
            if (sum >= work) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
