package org.gemba.planning.schedule;

import java.util.List;

/// Why a job is late.
///
/// @param late by how many clock minutes
/// @param earliestEnd when it would be done if it had the best line to itself
/// @param before the jobs that run on its line after it could begin and before it does, in their order
public record LateJob(int job, int late, Reason reason, int earliestEnd, List<Integer> before) {
    public enum Reason {
        /// Its due time cannot be met even without any other job.
        TOO_LITTLE_TIME,
        /// Everything before it is at least as pressing: there is not enough capacity.
        NO_CAPACITY,
        /// It waits for jobs that weigh more.
        OTHERS_FIRST,
        /// It waits for jobs that are less pressing, because set-ups or the whole come out better so.
        BETTER_FOR_THE_WHOLE,
        /// Jobs that are pinned stand in its way.
        PINNED_IN_THE_WAY
    }

    public LateJob {
        before = List.copyOf(before);
    }

    /// The late jobs of a schedule, the latest first.
    public static List<LateJob> of(Problem problem, Schedule schedule) {
        return LateReasons.of(problem, schedule);
    }
}
