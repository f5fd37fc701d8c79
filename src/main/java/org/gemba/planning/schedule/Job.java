package org.gemba.planning.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lot to be made on one line without a change of product in between; the night may interrupt it.
///
/// @param minutes its run time on each line, in the order of {@link Problem#lines}; {@link #CANNOT} where the line
///     lacks the capability
/// @param release the first minute at which it may run; its set-up may be earlier
/// @param due the clock minute by which it should be done, or {@link #NO_DUE}
/// @param weight what a late minute of it costs against one of another job
/// @param pin where it stands fixed; null when the search may place it
/// @param before where it stood in the schedule that is being changed; null when it is new
public record Job(
        String id,
        List<Integer> minutes,
        int release,
        int due,
        int weight,
        @Nullable Pin pin,
        @Nullable Former before) {
    public static final int CANNOT = -1;
    public static final int NO_DUE = Integer.MAX_VALUE;

    /// A place that must not change.
    ///
    /// @param start the clock minute at which it begins
    public record Pin(int line, int start) {}

    /// A place in an earlier schedule.
    ///
    /// @param after the job that ran before it on that line; -1 for none
    public record Former(int line, int after) {}

    public Job {
        minutes = List.copyOf(minutes);
    }

    /// A job that may stand anywhere.
    public static Job of(String id, List<Integer> minutes, int due, int weight) {
        return new Job(id, minutes, 0, due, weight, null, null);
    }

    public boolean canRunOn(int line) {
        return minutes.get(line) != CANNOT;
    }
}
