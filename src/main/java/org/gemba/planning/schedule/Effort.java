package org.gemba.planning.schedule;

/// How much work a schedule is worth.
///
/// @param steps of the local search; some three million a second and core for a hundred jobs
/// @param proofSeconds how long the solver may think about bound and proof; 0 for a counted bound only
public record Effort(long steps, double proofSeconds) {
    private static final long LEAST_STEPS = 1_000_000;
    private static final long STEPS_PER_JOB = 150_000;
    private static final long MOST_STEPS = 12_000_000;

    /// What answers a planner within seconds.
    public static Effort usual(int jobs) {
        return new Effort(Math.clamp(jobs * STEPS_PER_JOB, LEAST_STEPS, MOST_STEPS), 3);
    }
}
