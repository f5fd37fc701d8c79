package org.gemba.planning.schedule;

import java.util.Arrays;
import java.util.Comparator;

/// A problem as plain arrays, which the search asks millions of times a second.
final class Model {
    final Problem problem;
    final int jobs;
    final int lines;
    final int[][] run;
    final int[] release;
    final int[] due;
    final int[] weight;
    final Weights weights;
    final Overtime[] overtime;
    /// For each line the jobs that are pinned to it, by time.
    final int[][] pinned;
    final int[] pinStart;
    final boolean[] isPinned;
    final int[] formerLine;
    final int[] formerAfter;

    /// `setup[line][before + 1][job]`
    private final int[][][] setup;

    Model(Problem problem) {
        this.problem = problem;
        this.jobs = problem.jobs().size();
        this.lines = problem.lines().size();
        this.weights = problem.weights();
        this.run = new int[lines][jobs];
        this.setup = new int[lines][jobs + 1][jobs];
        this.release = new int[jobs];
        this.due = new int[jobs];
        this.weight = new int[jobs];
        this.pinStart = new int[jobs];
        this.isPinned = new boolean[jobs];
        this.formerLine = new int[jobs];
        this.formerAfter = new int[jobs];
        this.overtime = problem.lines().stream().map(Overtime::new).toArray(Overtime[]::new);
        for (int job = 0; job < jobs; job++) take(job, problem.jobs().get(job));
        for (int line = 0; line < lines; line++) takeSetups(line);
        this.pinned = new int[lines][];
        for (int line = 0; line < lines; line++) pinned[line] = pinnedTo(line);
    }

    private void take(int index, Job job) {
        for (int line = 0; line < lines; line++)
            run[line][index] = job.minutes().get(line);
        release[index] = job.release();
        due[index] = job.due();
        weight[index] = job.weight();
        isPinned[index] = job.pin() != null;
        pinStart[index] = job.pin() == null ? 0 : job.pin().start();
        formerLine[index] = job.before() == null ? -1 : job.before().line();
        formerAfter[index] = job.before() == null ? -1 : job.before().after();
    }

    private void takeSetups(int line) {
        for (int before = -1; before < jobs; before++) {
            for (int job = 0; job < jobs; job++) {
                boolean isAsked = before != job && run[line][job] >= 0 && (before < 0 || run[line][before] >= 0);
                if (isAsked) setup[line][before + 1][job] = problem.setups().minutes(line, before, job);
            }
        }
    }

    private int[] pinnedTo(int line) {
        Comparator<Integer> byStart = Comparator.comparingInt(job -> pinStart[job]);
        return java.util.stream.IntStream.range(0, jobs)
                .filter(job -> {
                    var pin = problem.jobs().get(job).pin();
                    return pin != null && pin.line() == line;
                })
                .boxed()
                .sorted(byStart)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int setup(int line, int before, int job) {
        return setup[line][before + 1][job];
    }

    boolean canRun(int line, int job) {
        return run[line][job] >= 0;
    }

    /// The least set-up that a job can have on a line.
    int leastSetup(int line, int job) {
        int least = Integer.MAX_VALUE;
        for (int before = -1; before < jobs; before++) {
            boolean isPossible = before != job && (before < 0 || canRun(line, before));
            if (isPossible) least = Math.min(least, setup(line, before, job));
        }
        return least;
    }

    boolean hasOvertime() {
        return Arrays.stream(overtime).anyMatch(line -> line.weeks() > 0);
    }

    /// How many jobs stand elsewhere than before when `job` follows `after` on `line`.
    int change(int line, int after, int job) {
        if (formerLine[job] < 0) return 0;
        return formerLine[job] == line && formerAfter[job] == after ? 0 : 1;
    }
}
