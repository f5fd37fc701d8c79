package org.gemba.planning.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Chooses without a native library: prices on the limits are raised until they hold (subgradient steps on the
/// Lagrangian),
/// what is still over a limit is exchanged where that costs least, and what is left of the limits is spent. Knows no
/// bound.
public final class PricedChoice implements ChoiceSolver {
    private static final int ROUNDS = 301;
    private static final double STEP = 4;
    private static final int TRIED_EVERY = 100;
    private static final int PASSES = 8;
    private static final double LEAST_GAIN = 1e-12;

    @Override
    public ChoiceResult solve(ChoiceProblem problem, SolverLimits limits) {
        int rows = problem.rows().size();
        double[] prices = new double[rows];
        double[] scale = scale(problem);
        int[] best = {};
        double bestCost = Double.POSITIVE_INFINITY;
        double unit = costScale(problem);
        int rounds = rows == 0 ? 1 : ROUNDS;
        for (int round = 0; round < rounds && !limits.cancelled().getAsBoolean(); round++) {
            int[] priced = cheapest(problem, prices);
            int[] chosen = priced.clone();
            if (round % TRIED_EVERY == 0 && repaired(problem, chosen)) {
                improve(problem, chosen);
                double cost = problem.cost(chosen);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = chosen;
                }
            }
            for (int r = 0; r < rows; r++) {
                var row = problem.rows().get(r);
                double over = (row.used(priced) - row.limit()) / scale[r];
                prices[r] = Math.max(0, prices[r] + STEP * over * unit / scale[r] / Math.sqrt(1 + round));
            }
        }
        return best.length < problem.cost().length
                ? new ChoiceResult.Impossible(false)
                : new ChoiceResult.Chosen(best, bestCost, OptionalDouble.empty(), false);
    }

    private static int[] cheapest(ChoiceProblem problem, double[] prices) {
        int[] chosen = new int[problem.cost().length];
        for (int p = 0; p < chosen.length; p++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < problem.cost()[p].length; k++) {
                double cost = problem.cost()[p][k];
                for (int r = 0; r < prices.length; r++) {
                    cost += prices[r] * problem.rows().get(r).use()[p][k];
                }
                if (cost < least) {
                    least = cost;
                    chosen[p] = k;
                }
            }
        }
        return chosen;
    }

    /// How far the options of a row lie apart, summed: the natural unit of its excess.
    private static double[] scale(ChoiceProblem problem) {
        return problem.rows().stream()
                .mapToDouble(row -> Math.max(1e-12, spread(row.use())))
                .toArray();
    }

    private static double costScale(ChoiceProblem problem) {
        return Math.max(1e-12, spread(problem.cost()));
    }

    private static double spread(double[][] values) {
        double sum = 0;
        for (double[] options : values) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double value : options) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            sum += most - least;
        }
        return sum;
    }

    private record Exchange(int thing, int option, double ratio) {}

    /// Exchanges options until all limits hold: in each pass every exchange that lessens the excess, the cheapest
    /// first.
    static boolean repaired(ChoiceProblem problem, int[] chosen) {
        double[] used = used(problem, chosen);
        for (int pass = 0; pass < PASSES && excess(problem, used) > 0; pass++) {
            boolean lessened = false;
            for (var exchange : exchanges(problem, chosen, used)) {
                double excess = excess(problem, used);
                if (excess <= 0) {
                    return true;
                }
                int from = chosen[exchange.thing];
                if (excess - excessAfter(problem, used, exchange.thing, from, exchange.option) > LEAST_GAIN) {
                    exchange(problem, used, chosen, exchange.thing, exchange.option);
                    lessened = true;
                }
            }
            if (!lessened) {
                return false;
            }
        }
        return excess(problem, used) <= 0;
    }

    private static List<Exchange> exchanges(ChoiceProblem problem, int[] chosen, double[] used) {
        double excess = excess(problem, used);
        var exchanges = new ArrayList<Exchange>();
        for (int p = 0; p < chosen.length; p++) {
            for (int k = 0; k < problem.cost()[p].length; k++) {
                double gain = excess - excessAfter(problem, used, p, chosen[p], k);
                if (gain > LEAST_GAIN) {
                    double extra = problem.cost()[p][k] - problem.cost()[p][chosen[p]];
                    exchanges.add(new Exchange(p, k, extra / gain));
                }
            }
        }
        exchanges.sort(Comparator.comparingDouble(Exchange::ratio));
        return exchanges;
    }

    /// Takes every exchange that saves and keeps the limits, until there is none.
    static void improve(ChoiceProblem problem, int[] chosen) {
        double[] used = used(problem, chosen);
        boolean changed = true;
        for (int pass = 0; pass < PASSES && changed; pass++) {
            changed = false;
            for (int p = 0; p < chosen.length; p++) {
                for (int k = 0; k < problem.cost()[p].length; k++) {
                    boolean saves = problem.cost()[p][k] < problem.cost()[p][chosen[p]];
                    if (saves && excessAfter(problem, used, p, chosen[p], k) <= 0) {
                        exchange(problem, used, chosen, p, k);
                        changed = true;
                    }
                }
            }
        }
    }

    private static double[] used(ChoiceProblem problem, int[] chosen) {
        return problem.rows().stream().mapToDouble(row -> row.used(chosen)).toArray();
    }

    private static double excess(ChoiceProblem problem, double[] used) {
        double sum = 0;
        for (int r = 0; r < used.length; r++) {
            sum += over(problem.rows().get(r), used[r]);
        }
        return sum;
    }

    private static double excessAfter(ChoiceProblem problem, double[] used, int thing, int from, int to) {
        double sum = 0;
        for (int r = 0; r < used.length; r++) {
            var row = problem.rows().get(r);
            sum += over(row, used[r] + row.use()[thing][to] - row.use()[thing][from]);
        }
        return sum;
    }

    private static double over(ChoiceProblem.Row row, double used) {
        return used > row.limit() + row.tolerance() ? (used - row.limit()) / Math.max(1e-9, Math.abs(row.limit())) : 0;
    }

    private static void exchange(ChoiceProblem problem, double[] used, int[] chosen, int thing, int option) {
        for (int r = 0; r < used.length; r++) {
            double[] use = problem.rows().get(r).use()[thing];
            used[r] += use[option] - use[chosen[thing]];
        }
        chosen[thing] = option;
    }
}
