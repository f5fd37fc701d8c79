package org.gemba.planning.optimise;

/// Solves choice problems.
public interface ChoiceSolver {
    /// The best choice found within the limits.
    ChoiceResult solve(ChoiceProblem problem, SolverLimits limits);
}
