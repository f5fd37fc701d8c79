package org.gemba.planning.schedule;

/// What a schedule comes to, in minutes.
///
/// @param begin the clock minute at which the first set-up or job begins
/// @param end the clock minute at which the last job is done
/// @param weightedLate late clock minutes, each times its job's weight
/// @param overtimeMinutes overtime that is opened until the line's last job is done
/// @param changes places that differ from the former schedule
public record Figures(
        int begin, int end, int setupMinutes, long weightedLate, int lateJobs, int overtimeMinutes, int changes) {
    /// Elapsed minutes from the first to the last.
    public int makespan() {
        return end - begin;
    }
}
