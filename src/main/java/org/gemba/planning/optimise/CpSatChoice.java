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

/// Chooses with proof: the relaxed problem gives a bound, a first choice and the few options that a better choice can
/// contain; CP-SAT decides among these. Without the native library the priced choice answers alone, without a bound.
public final class CpSatChoice implements ChoiceSolver {
    private static final double RELAXATION = 0.3;

    private final Supplier<Optional<String>> library;
    private final ChoiceSolver priced = new PricedChoice();

    /// @param library loads the native library when first needed and says why it cannot
    public CpSatChoice(Supplier<Optional<String>> library) {
        this.library = library;
    }

    @Override
    public ChoiceResult solve(ChoiceProblem problem, SolverLimits limits) {
        if (library.get().isPresent()) {
            return priced.solve(problem, limits);
        }
        var core = LinearCore.of(problem, limits.seconds() * RELAXATION);
        var first = first(problem, core, limits);
        return limits.cancelled().getAsBoolean() ? first : new Model(problem, core, first).solve(limits);
    }

    /// The rounded relaxation, repaired where it exceeds a limit.
    private ChoiceResult first(ChoiceProblem problem, Optional<LinearCore> core, SolverLimits limits) {
        if (core.isPresent()) {
            int[] chosen = core.orElseThrow().rounded().clone();
            if (PricedChoice.repaired(problem, chosen)) {
                PricedChoice.improve(problem, chosen);
                double bound = core.orElseThrow().bound();
                return new ChoiceResult.Chosen(chosen, problem.cost(chosen), OptionalDouble.of(bound), false);
            }
        }
        return priced.solve(problem, limits);
    }

    private static final class Model {
        private static final double RESOLUTION = 1e11;

        /// Among many things the search for a better choice ends within this share of the largest costs together.
        private static final double NEAR = 1e-5;

        private static final double SAME = 1e-9;
        private static final int MANY = 200;

        private final ChoiceProblem problem;
        private final ChoiceResult first;
        private final double floor;
        private final CpModel model = new CpModel();
        private final List<Option> options = new ArrayList<>();
        private final double costUnit;

        private record Option(int thing, int option, BoolVar taken) {}

        Model(ChoiceProblem problem, Optional<LinearCore> core, ChoiceResult first) {
            this.problem = problem;
            this.first = first;
            floor = core.map(LinearCore::bound).orElse(Double.NEGATIVE_INFINITY);
            double known = first instanceof ChoiceResult.Chosen chosen ? chosen.cost() : Double.POSITIVE_INFINITY;
            for (int p = 0; p < problem.cost().length; p++) {
                var own = new ArrayList<BoolVar>();
                for (int k = 0; k < problem.cost()[p].length; k++) {
                    boolean hinted = first instanceof ChoiceResult.Chosen chosen && chosen.chosen()[p] == k;
                    int option = k;
                    int thing = p;
                    if (hinted
                            || core.map(linear -> linear.may(thing, option, known))
                                    .orElse(true)) {
                        var taken = model.newBoolVar("");
                        own.add(taken);
                        options.add(new Option(p, k, taken));
                        if (first instanceof ChoiceResult.Chosen) {
                            model.addHint(taken, hinted);
                        }
                    }
                }
                model.addExactlyOne(own.toArray(BoolVar[]::new));
            }
            costUnit = unit(problem.cost());
            model.minimize(sum(problem.cost(), costUnit, false));
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

        /// Uses are rounded up and costs down, so that neither a limit nor the bound is overstated.
        private LinearExpr sum(double[][] values, double unit, boolean up) {
            long[] factors = new long[options.size()];
            for (int i = 0; i < factors.length; i++) {
                double steps = values[options.get(i).thing()][options.get(i).option()] / unit;
                factors[i] = up ? (long) Math.ceil(steps - 1e-6) : (long) Math.floor(steps);
            }
            return LinearExpr.weightedSum(options.stream().map(Option::taken).toArray(BoolVar[]::new), factors);
        }

        ChoiceResult solve(SolverLimits limits) {
            var solver = limits.solver();
            double near = problem.cost().length > MANY ? NEAR : SAME;
            solver.getParameters().setLinearizationLevel(2).setAbsoluteGapLimit(near * RESOLUTION);
            return switch (solver.solve(model)) {
                case OPTIMAL -> chosen(solver, true);
                case FEASIBLE -> chosen(solver, false);
                case INFEASIBLE -> first instanceof ChoiceResult.Chosen ? first : new ChoiceResult.Impossible(true);
                case UNKNOWN, MODEL_INVALID, UNRECOGNIZED -> first;
            };
        }

        /// What was left out costs more than the first choice: the bound among the rest, capped by it, bounds
        /// everything.
        private ChoiceResult chosen(CpSolver solver, boolean proven) {
            int[] chosen = new int[problem.cost().length];
            for (var option : options) {
                if (solver.booleanValue(option.taken())) {
                    chosen[option.thing()] = option.option();
                }
            }
            double cost = problem.cost(chosen);
            if (first instanceof ChoiceResult.Chosen earlier && earlier.cost() < cost) {
                chosen = earlier.chosen();
                cost = earlier.cost();
            }
            double bound = Math.min(cost, Math.max(floor, solver.bestObjectiveBound() * costUnit));
            boolean best = proven && cost - bound <= SAME * RESOLUTION * costUnit;
            return new ChoiceResult.Chosen(chosen, cost, OptionalDouble.of(bound), best);
        }
    }
}
