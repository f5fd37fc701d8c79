package org.gemba.planning.schedule;

/// Looks over a search's shoulder: ends it early and hears how far it is.
public interface SearchWatch {
    /// Asked every few thousand steps; true ends the search with the best schedule so far.
    boolean isOver();

    /// @param share how much of the planned steps is done, 0 to 1
    /// @param objective the best so far
    default void progress(double share, double objective) {}

    /// Lets a search run to its end.
    static SearchWatch none() {
        return () -> false;
    }
}
