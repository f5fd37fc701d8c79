package org.gemba.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gemba.planning.schedule.Effort;
import org.gemba.planning.schedule.Instance;
import org.gemba.planning.schedule.Job;
import org.gemba.planning.schedule.Line;
import org.gemba.planning.schedule.Outcome;
import org.gemba.planning.schedule.Problem;
import org.gemba.planning.schedule.Scheduler;
import org.gemba.planning.schedule.SearchWatch;
import org.gemba.planning.schedule.Weights;

/// Schedules beside the best known ones, and the search beside the solver on jobs with due times.
public final class ScheduleBench {
    private static final int SEEDS = 5;
    private static final List<String> SMALL = List.of(
            "I_6_2_S_1-9_1 74",
            "I_6_4_S_1-49_1 75",
            "I_8_3_S_1-9_1 72",
            "I_10_2_S_1-49_1 213",
            "I_10_3_S_1-99_1 174",
            "I_12_2_S_1-9_1 264");

    private final Scheduler scheduler = new Scheduler();

    public static void main(String[] arguments) {
        var bench = new ScheduleBench();
        bench.solve(Instance.read("I_6_2_S_1-9_1"), new Effort(100_000, 1), 1);
        SMALL.forEach(row -> bench.small(row.split(" ")[0], Integer.parseInt(row.split(" ")[1])));
        bench.fifty();
        bench.late();
    }

    private void small(String name, int best) {
        long start = System.nanoTime();
        var solved = solve(Instance.read(name), new Effort(400_000, 5), 1);
        System.out.printf(
                "%s: %.0f (best known %d), %s, %.2f s%n",
                name, solved.objective(), best, solved.bound().isProven() ? "proven" : "not proven", since(start));
    }

    private void fifty() {
        var problem = Instance.read("I_50_10_S_1-9_1");
        for (int seed = 1; seed <= SEEDS; seed++) {
            long start = System.nanoTime();
            var solved = solve(problem, new Effort(7_500_000, 0), seed);
            System.out.printf(
                    "50x10 seed %d: %.0f (best published 67), %.1f s%n", seed, solved.objective(), since(start));
        }
    }

    private void late() {
        var problem = fortyJobs();
        var first = new ArrayList<Double>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            long start = System.nanoTime();
            var solved = solve(problem, new Effort(6_000_000, 0), seed);
            first.add(solved.objective());
            System.out.printf("40x4 seed %d: search %.0f, %.1f s%n", seed, solved.objective(), since(start));
        }
        long start = System.nanoTime();
        var solver = solve(problem, new Effort(0, 60), 1);
        double worst = first.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        System.out.printf(
                "40x4 solver from the first schedule: %.0f, bound %.0f, %.1f s; %.2f times the search's worst%n",
                solver.objective(), solver.bound().value(), since(start), solver.objective() / worst);
    }

    /// Forty jobs on four like lines that never close: due within two days, set-ups of up to an hour.
    private static Problem fortyJobs() {
        var random = new Random(1);
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 40; i++) {
            int minutes = 15 * (2 + random.nextInt(23));
            int due = 240 + random.nextInt(2 * 24 * 60);
            jobs.add(Job.of("J" + i, List.of(minutes, minutes, minutes, minutes), due, 1 + random.nextInt(3)));
        }
        int[][] setup = new int[40][40];
        for (var row : setup) for (int i = 0; i < 40; i++) row[i] = 5 * random.nextInt(13);
        var lines = List.of(Line.alwaysOpen("A"), Line.alwaysOpen("B"), Line.alwaysOpen("C"), Line.alwaysOpen("D"));
        return new Problem(
                lines, jobs, (line, before, job) -> before < 0 ? 0 : setup[before][job], new Weights(1, 1, 1, 0, 0));
    }

    private Outcome.Solved solve(Problem problem, Effort effort, long seed) {
        return (Outcome.Solved) scheduler.solve(problem, effort, seed, SearchWatch.none());
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
