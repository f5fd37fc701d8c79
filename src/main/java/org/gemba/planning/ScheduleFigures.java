package org.gemba.planning;

import java.util.List;
import org.gemba.planning.schedule.Bound;
import org.jspecify.annotations.Nullable;

/// How good a schedule is.
///
/// @param beginMinute first minute of work, from 00:00 of the first day
/// @param endMinute last minute of work
/// @param objective the weighted sum that was minimised; less is better
/// @param lowerBound what no schedule can be better than; null when it was moved by hand since
/// @param gap how far it may be from the best, as a share of the objective; null as the bound
/// @param boundRemark why the solver gave no bound of its own; empty when it did
/// @param loads one for each resource that takes part
public record ScheduleFigures(
        int beginMinute,
        int endMinute,
        int setupMinutes,
        int lateJobs,
        int overtimeMinutes,
        double objective,
        @Nullable Double lowerBound,
        @Nullable Double gap,
        boolean isProven,
        Bound.@Nullable Source boundSource,
        String boundRemark,
        List<Load> loads) {
    /// @param openMinutes regular time within the schedule's days
    /// @param usedMinutes work and set-ups
    /// @param openedOvertime minutes by week
    public record Load(long resourceId, int openMinutes, int usedMinutes, List<Integer> openedOvertime) {
        public double utilization() {
            return openMinutes == 0 ? 0 : (double) usedMinutes / openMinutes;
        }
    }

    public ScheduleFigures {
        loads = List.copyOf(loads);
    }

    /// Work of all resources by their open time.
    public double utilization() {
        long open = loads.stream().mapToLong(Load::openMinutes).sum();
        long used = loads.stream().mapToLong(Load::usedMinutes).sum();
        return open == 0 ? 0 : (double) used / open;
    }

    public int makespanMinutes() {
        return endMinute - beginMinute;
    }
}
