package org.gemba.planning.schedule;

/// How long a line takes to change from one job to the next, in working minutes.
@FunctionalInterface
public interface Setups {
    /// For the first job of a line whose last product is not known.
    int NOTHING = -1;

    /// @param before the index of the job that ran before, or {@link #NOTHING}
    int minutes(int line, int before, int job);

    static Setups none() {
        return (line, before, job) -> 0;
    }
}
