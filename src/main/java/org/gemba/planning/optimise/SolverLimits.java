package org.gemba.planning.optimise;

import com.google.ortools.sat.CpSolver;
import java.util.function.BooleanSupplier;

/// How long a choice may be searched for.
/// @param seconds the most wall time
/// @param workers threads side by side
/// @param seed for repeatable searches
/// @param cancelled asked between steps whether the caller has lost interest
public record SolverLimits(double seconds, int workers, int seed, BooleanSupplier cancelled) {
    private static final double LEAST_SECONDS = 0.01;

    /// Two threads, which is what a factory PC can spare.
    public static SolverLimits of(double seconds) {
        return new SolverLimits(seconds, 2, 1, () -> false);
    }

    /// The same with a share of the time.
    SolverLimits share(double part) {
        return new SolverLimits(seconds * part, workers, seed, cancelled);
    }

    CpSolver solver() {
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(LEAST_SECONDS, seconds))
                .setNumWorkers(workers)
                .setRandomSeed(seed);
        return solver;
    }
}
