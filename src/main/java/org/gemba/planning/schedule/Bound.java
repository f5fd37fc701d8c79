package org.gemba.planning.schedule;

/// What no schedule can be better than.
///
/// @param value of the objective
/// @param isProven the schedule found is the best there is
/// @param remark why the solver gave no bound of its own; empty when it did
public record Bound(double value, Source source, boolean isProven, String remark) {
    public enum Source {
        /// Counted from work, set-ups and open hours.
        COUNTED,
        /// Found by the solver.
        SOLVED
    }

    /// How far the objective may be from the best, as a share of it: 0 when proven.
    public double gap(double objective) {
        if (isProven || objective <= 0) return 0;
        return Math.max(0, (objective - value) / objective);
    }
}
