package org.gemba.platform.metrics;

/// Calls added up.
///
/// @param errors how many of them ended with a status of 400 or more
/// @param nanos how long all of them took together
/// @param longest how long the slowest took, in nanoseconds
public record CallTally(long calls, long errors, long nanos, long longest) {
    public static final CallTally NONE = new CallTally(0, 0, 0, 0);

    public CallTally plus(CallTally more) {
        return new CallTally(
                calls + more.calls, errors + more.errors, nanos + more.nanos, Math.max(longest, more.longest));
    }

    public double meanMillis() {
        return calls == 0 ? 0 : nanos / 1e6 / calls;
    }

    public double longestMillis() {
        return longest / 1e6;
    }

    /// 0 to 100.
    public double errorPercent() {
        return calls == 0 ? 0 : errors * 100.0 / calls;
    }
}
