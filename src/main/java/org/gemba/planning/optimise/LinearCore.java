package org.gemba.planning.optimise;

import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import java.util.Optional;

/// The choice problem with shares instead of whole options, solved by GLOP. With few limits nearly every thing gets one
/// whole option: rounding is close to the best, and the reduced costs say which options no better choice can contain.
/// @param bound no choice costs less
/// @param rounded the option with the largest share of each thing
/// @param reduced what taking an option costs at least beyond the bound
@SuppressWarnings("ArrayRecordComponent")
record LinearCore(double bound, int[] rounded, double[][] reduced) {
    private static final double SAFE = 1e-7;

    /// Empty where the relaxed problem was not solved to its optimum in the time.
    static Optional<LinearCore> of(ChoiceProblem problem, double seconds) {
        var solver = MPSolver.createSolver("GLOP");
        if (solver == null) {
            return Optional.empty();
        }
        try {
            solver.setTimeLimit((long) Math.max(1, seconds * 1_000));
            var shares = model(solver, problem);
            return solver.solve() == MPSolver.ResultStatus.OPTIMAL
                    ? Optional.of(read(solver, problem, shares))
                    : Optional.empty();
        } finally {
            solver.delete();
        }
    }

    private static MPVariable[][] model(MPSolver solver, ChoiceProblem problem) {
        double[][] cost = problem.cost();
        var shares = new MPVariable[cost.length][];
        MPObjective objective = solver.objective();
        objective.setMinimization();
        for (int p = 0; p < cost.length; p++) {
            shares[p] = new MPVariable[cost[p].length];
            var one = solver.makeConstraint(1, 1);
            for (int k = 0; k < cost[p].length; k++) {
                shares[p][k] = solver.makeNumVar(0, MPSolver.infinity(), "");
                one.setCoefficient(shares[p][k], 1);
                objective.setCoefficient(shares[p][k], cost[p][k]);
            }
        }
        for (var row : problem.rows()) {
            double scale = Math.max(1, Math.abs(row.limit()));
            var limit = solver.makeConstraint(-MPSolver.infinity(), (row.limit() + row.tolerance()) / scale);
            for (int p = 0; p < cost.length; p++) {
                for (int k = 0; k < cost[p].length; k++) {
                    limit.setCoefficient(shares[p][k], row.use()[p][k] / scale);
                }
            }
        }
        return shares;
    }

    private static LinearCore read(MPSolver solver, ChoiceProblem problem, MPVariable[][] shares) {
        int[] rounded = new int[shares.length];
        double[][] reduced = new double[shares.length][];
        for (int p = 0; p < shares.length; p++) {
            reduced[p] = new double[shares[p].length];
            for (int k = 0; k < shares[p].length; k++) {
                reduced[p][k] = Math.max(0, shares[p][k].reducedCost());
                if (shares[p][k].solutionValue() > shares[p][rounded[p]].solutionValue()) {
                    rounded[p] = k;
                }
            }
        }
        double value = solver.objective().value();
        return new LinearCore(value - SAFE * Math.max(Math.abs(value), spread(problem.cost())), rounded, reduced);
    }

    private static double spread(double[][] cost) {
        double most = 0;
        for (double[] options : cost) {
            for (double option : options) {
                most = Math.max(most, Math.abs(option));
            }
        }
        return most;
    }

    /// Whether a choice that costs less than `cost` may contain the option.
    boolean may(int thing, int option, double cost) {
        return bound + reduced[thing][option] < cost;
    }
}
