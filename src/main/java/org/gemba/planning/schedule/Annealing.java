package org.gemba.planning.schedule;

import java.util.Arrays;
import java.util.Random;

/// Simulated annealing over the orders of the lines: a job goes elsewhere, two change places, a piece of a line turns
/// around, a week's overtime changes. Ends after a number of steps, so that the same seed gives the same schedule
/// however fast the machine is, or earlier when its watch says so.
final class Annealing {
    private static final int STEPS_BETWEEN_LOOKS = 4096;
    private static final int SAMPLES = 400;
    private static final double SLOPE = 0.1;
    private static final int ROUNDS = 4;
    private static final double COOLING = 2000;

    private final Model model;
    private final SearchWatch watch;
    private final Random random;
    private final Plan now;
    private final Plan best;
    private final int[] free;
    private final boolean hasOvertime;
    private double bestObjective;
    private double value;

    private final int[] keptA;
    private final int[] keptB;
    private final LineTiming.Cost keptCostA = new LineTiming.Cost();
    private final LineTiming.Cost keptCostB = new LineTiming.Cost();
    private int keptLengthA;
    private int keptLengthB;

    Annealing(Plan start, long seed, SearchWatch watch) {
        this.model = start.model;
        this.watch = watch;
        this.random = new Random(seed);
        this.now = new Plan(model);
        this.best = new Plan(model);
        this.keptA = new int[model.jobs];
        this.keptB = new int[model.jobs];
        this.free = java.util.stream.IntStream.range(0, model.jobs)
                .filter(job -> !model.isPinned[job])
                .toArray();
        this.hasOvertime = model.hasOvertime();
        now.copy(start);
        now.timeAll();
        best.copy(now);
        bestObjective = now.objective();
        value = value();
    }

    /// @return the best plan found
    Plan run(long steps) {
        boolean hasChoice = free.length > 1 || free.length == 1 && (model.lines > 1 || hasOvertime);
        if (!hasChoice) return best;
        double hot = startTemperature();
        for (int round = 0; round < ROUNDS && !watch.isOver(); round++) {
            if (round > 0) restart();
            cool(hot / (1 << round), hot / COOLING, steps / ROUNDS, (double) round / ROUNDS);
        }
        watch.progress(1, bestObjective);
        return best;
    }

    private void restart() {
        now.copy(best);
        value = value();
    }

    private void cool(double from, double to, long steps, double done) {
        double temperature = from;
        double factor = Math.pow(to / from, (double) STEPS_BETWEEN_LOOKS / Math.max(steps, STEPS_BETWEEN_LOOKS));
        for (long step = 0; step < steps; step++) {
            if (step % STEPS_BETWEEN_LOOKS == 0 && step > 0) {
                if (watch.isOver()) return;
                temperature *= factor;
                watch.progress(done + (double) step / steps / ROUNDS, bestObjective);
            }
            step(temperature);
        }
    }

    private double value() {
        return now.objective() + SLOPE * Math.max(model.weights.makespan(), 1e-9) * now.slope();
    }

    private void step(double temperature) {
        int kind = random.nextInt(100);
        if (hasOvertime && kind < 3) changeOvertime(temperature);
        else if (kind < 50) move(temperature);
        else if (kind < 90) swap(temperature);
        else turn(temperature);
    }

    private void move(double temperature) {
        int job = free[random.nextInt(free.length)];
        int from = now.lineOf[job];
        int to = random.nextInt(model.lines);
        if (!model.canRun(to, job)) return;
        if (from == to && now.length[from] < 2) return;
        keep(from, to);
        now.remove(from, now.positionOf(job));
        now.insert(to, random.nextInt(now.length[to] + 1), job);
        decide(from, to, temperature);
    }

    private void swap(double temperature) {
        int one = free[random.nextInt(free.length)];
        int other = free[random.nextInt(free.length)];
        int a = now.lineOf[one];
        int b = now.lineOf[other];
        if (one == other || !model.canRun(b, one) || !model.canRun(a, other)) return;
        keep(a, b);
        int at = now.positionOf(one);
        int there = now.positionOf(other);
        now.order[a][at] = other;
        now.order[b][there] = one;
        now.lineOf[one] = b;
        now.lineOf[other] = a;
        decide(a, b, temperature);
    }

    private void turn(double temperature) {
        int line = now.lineOf[free[random.nextInt(free.length)]];
        int count = now.length[line];
        if (count < 3) return;
        int low = random.nextInt(count - 1);
        int high = low + 1 + random.nextInt(Math.min(count - low - 1, 6));
        keep(line, line);
        for (int i = low, j = high; i < j; i++, j--) {
            int held = now.order[line][i];
            now.order[line][i] = now.order[line][j];
            now.order[line][j] = held;
        }
        decide(line, line, temperature);
    }

    private void changeOvertime(double temperature) {
        int line = random.nextInt(model.lines);
        int weeks = model.overtime[line].weeks();
        if (weeks == 0) return;
        int[] former = now.overtimeLevels[line];
        var formerWork = now.work[line];
        int[] levels = former.clone();
        levels[random.nextInt(weeks)] = random.nextInt(Overtime.MOST + 1);
        if (Arrays.equals(levels, former)) return;
        keptCostA.set(now.costs[line]);
        now.setOvertime(line, levels);
        now.time(line);
        if (isTaken(temperature)) return;
        now.overtimeLevels[line] = former;
        now.work[line] = formerWork;
        now.costs[line].set(keptCostA);
    }

    private void keep(int a, int b) {
        keptLengthA = now.length[a];
        System.arraycopy(now.order[a], 0, keptA, 0, keptLengthA);
        keptCostA.set(now.costs[a]);
        if (a == b) return;
        keptLengthB = now.length[b];
        System.arraycopy(now.order[b], 0, keptB, 0, keptLengthB);
        keptCostB.set(now.costs[b]);
    }

    private void decide(int a, int b, double temperature) {
        now.time(a);
        if (b != a) now.time(b);
        if (isTaken(temperature)) return;
        putBack(a, keptA, keptLengthA, keptCostA);
        if (b != a) putBack(b, keptB, keptLengthB, keptCostB);
    }

    private void putBack(int line, int[] jobs, int count, LineTiming.Cost cost) {
        System.arraycopy(jobs, 0, now.order[line], 0, count);
        now.length[line] = count;
        now.costs[line].set(cost);
        for (int i = 0; i < count; i++) now.lineOf[jobs[i]] = line;
    }

    private boolean isTaken(double temperature) {
        double next = value();
        double rise = next - value;
        if (rise > 0 && random.nextDouble() >= Math.exp(-rise / temperature)) return false;
        value = next;
        double objective = now.objective();
        if (objective < bestObjective - 1e-9) {
            bestObjective = objective;
            best.copy(now);
        }
        return true;
    }

    /// The upper quartile of the rises that random steps make: tried on instances of 10 to 50 jobs, a cooler start
    /// stays
    /// in the first valley.
    private double startTemperature() {
        double[] rises = new double[SAMPLES];
        int found = 0;
        for (int i = 0; i < SAMPLES * 4 && found < SAMPLES; i++) {
            double before = value;
            step(Double.MAX_VALUE);
            if (value > before) rises[found++] = value - before;
        }
        restart();
        if (found == 0) return 1;
        Arrays.sort(rises, 0, found);
        return Math.max(rises[found * 3 / 4], 1e-6);
    }
}
