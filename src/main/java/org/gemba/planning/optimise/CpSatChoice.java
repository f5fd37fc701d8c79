package org.gemba.planning.optimise;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/// Chooses by CP-SAT, which proves its answer or says how far off it can be; starts from the priced choice. Without the
/// native library the priced choice answers alone.
public final class CpSatChoice implements ChoiceSolver {
    private static final double RESOLUTION = 1e10;

    private final Supplier<Optional<String>> library;
    private final ChoiceSolver start = new PricedChoice();

    /// @param library loads the native library when first needed and says why it cannot
    public CpSatChoice(Supplier<Optional<String>> library) {
        this.library = library;
    }

    @Override
    public ChoiceResult solve(ChoiceProblem problem, SolverLimits limits) {
        var first = start.solve(problem, limits);
        if (library.get().isPresent() || limits.cancelled().getAsBoolean()) {
            return first;
        }
        return new Model(problem, first).solve(limits);
    }

    private static final class Model {
        private final ChoiceProblem problem;
        private final ChoiceResult first;
        private final CpModel model = new CpModel();
        private final BoolVar[][] taken;
        private final double costUnit;

        Model(ChoiceProblem problem, ChoiceResult first) {
            this.problem = problem;
            this.first = first;
            double[][] cost = problem.cost();
            taken = new BoolVar[cost.length][];
            for (int p = 0; p < cost.length; p++) {
                taken[p] = new BoolVar[cost[p].length];
                for (int k = 0; k < cost[p].length; k++) {
                    taken[p][k] = model.newBoolVar("");
                    if (first instanceof ChoiceResult.Chosen hint) {
                        model.addHint(taken[p][k], hint.chosen()[p] == k);
                    }
                }
                model.addExactlyOne(taken[p]);
            }
            costUnit = unit(cost);
            model.minimize(sum(cost, costUnit, false));
            for (var row : problem.rows()) {
                double unit = unit(row.use());
                model.addLessOrEqual(
                        sum(row.use(), unit, true), (long) Math.floor((row.limit() + row.tolerance()) / unit));
            }
        }

        /// The size of one step of the solver's whole numbers; whole figures of moderate size are kept as they are.
        private static double unit(double[][] values) {
            double sum = 0;
            boolean whole = true;
            for (double[] options : values) {
                double most = 0;
                for (double value : options) {
                    most = Math.max(most, Math.abs(value));
                    whole &= value == Math.rint(value);
                }
                sum += most;
            }
            return whole && sum < RESOLUTION ? 1 : Math.max(sum, 1e-9) / RESOLUTION;
        }

        private LinearExpr sum(double[][] values, double unit, boolean up) {
            List<BoolVar> all = new ArrayList<>();
            List<Long> factors = new ArrayList<>();
            for (int p = 0; p < values.length; p++) {
                for (int k = 0; k < values[p].length; k++) {
                    double steps = values[p][k] / unit;
                    all.add(taken[p][k]);
                    factors.add(up ? (long) Math.ceil(steps - 1e-6) : (long) Math.floor(steps));
                }
            }
            return LinearExpr.weightedSum(
                    all.toArray(BoolVar[]::new),
                    factors.stream().mapToLong(Long::longValue).toArray());
        }

        ChoiceResult solve(SolverLimits limits) {
            var solver = limits.solver();
            solver.getParameters().setLinearizationLevel(2).setRelativeGapLimit(1e-6);
            return switch (solver.solve(model)) {
                case OPTIMAL -> chosen(solver, true);
                case FEASIBLE -> chosen(solver, false);
                case INFEASIBLE -> new ChoiceResult.Impossible(true);
                case UNKNOWN, MODEL_INVALID, UNRECOGNIZED -> first;
            };
        }

        private ChoiceResult chosen(CpSolver solver, boolean proven) {
            int[] chosen = new int[taken.length];
            for (int p = 0; p < taken.length; p++) {
                for (int k = 0; k < taken[p].length; k++) {
                    if (solver.booleanValue(taken[p][k])) {
                        chosen[p] = k;
                    }
                }
            }
            double cost = problem.cost(chosen);
            double bound = Math.min(cost, solver.bestObjectiveBound() * costUnit);
            if (first instanceof ChoiceResult.Chosen earlier && earlier.cost() < cost) {
                return new ChoiceResult.Chosen(earlier.chosen(), earlier.cost(), OptionalDouble.of(bound), proven);
            }
            return new ChoiceResult.Chosen(chosen, cost, OptionalDouble.of(bound), proven);
        }
    }
}
