package org.gemba.planning.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;

/// A first schedule, at once: the most pressing jobs first, each where it does the least harm.
final class FirstSchedule {
    private FirstSchedule() {}

    static Plan of(Model model) {
        var plan = new Plan(model);
        var queue = new Integer[model.jobs];
        Arrays.setAll(queue, job -> job);
        Arrays.sort(
                queue,
                Comparator.<Integer>comparingInt(job -> model.due[job])
                        .thenComparing(job -> -model.weight[job])
                        .thenComparing(job -> -shortest(model, job)));
        var isPlaced = new boolean[model.jobs];
        for (int line = 0; line < model.lines; line++) keepFormer(plan, line, isPlaced);
        plan.timeAll();
        for (int job : queue) if (!model.isPinned[job] && !isPlaced[job]) insertBest(plan, job);
        return plan;
    }

    /// Jobs of an earlier schedule begin in its order.
    private static void keepFormer(Plan plan, int line, boolean[] isPlaced) {
        var model = plan.model;
        var next = new HashMap<Integer, Integer>();
        for (int job = 0; job < model.jobs; job++) {
            if (model.formerLine[job] == line) next.putIfAbsent(model.formerAfter[job], job);
        }
        for (var job = next.get(Setups.NOTHING); job != null; job = next.get(job)) {
            if (model.isPinned[job] || isPlaced[job] || !model.canRun(line, job)) continue;
            plan.insert(line, plan.length[line], job);
            isPlaced[job] = true;
        }
    }

    /// Puts a job where the objective rises least; among equals where the line ends first.
    static void insertBest(Plan plan, int job) {
        var model = plan.model;
        int bestLine = -1;
        int bestAt = -1;
        double best = Double.POSITIVE_INFINITY;
        for (int line = 0; line < model.lines; line++) {
            if (!model.canRun(line, job)) continue;
            for (int at = 0; at <= plan.length[line]; at++) {
                plan.insert(line, at, job);
                plan.time(line);
                double value = plan.objective() + 1e-3 * plan.slope() * Math.max(1e-9, model.weights.makespan());
                if (value < best) {
                    best = value;
                    bestLine = line;
                    bestAt = at;
                }
                plan.remove(line, at);
            }
            plan.time(line);
        }
        plan.insert(bestLine, bestAt, job);
        plan.time(bestLine);
    }

    private static int shortest(Model model, int job) {
        int shortest = Integer.MAX_VALUE;
        for (int line = 0; line < model.lines; line++) {
            if (model.canRun(line, job)) shortest = Math.min(shortest, model.run[line][job]);
        }
        return shortest;
    }
}
