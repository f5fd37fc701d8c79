package org.gemba.planning.schedule;

/// What a schedule is judged by: the sum of its figures, each with its weight; less is better.
///
/// @param makespan for each clock minute until the last job is done
/// @param setup for each minute of set-up
/// @param tardiness for each late clock minute times the job's weight
/// @param overtime for each minute of opened overtime
/// @param change for each job that leaves its former line, or its former predecessor
public record Weights(double makespan, double setup, double tardiness, double overtime, double change) {
    /// A late minute of a job of this weight costs as much as as many minutes of makespan.
    private static final int LATE_PER_WEIGHT = 1;

    /// The earliest end and nothing else.
    public static Weights makespanOnly() {
        return new Weights(1, 0, 0, 0, 0);
    }

    /// Shares of the three documented objectives, each measured against what a first schedule has, so that minutes of
    /// set-up and minutes of makespan compare. With a fixed amount of work the highest utilisation is the earliest end,
    /// so those two shares are one. Late jobs weigh ten times the makespan at priority 1.
    ///
    /// @param start the figures of a first schedule
    public static Weights ofShares(double makespan, double utilisation, double setup, Figures start) {
        double perMinute = Math.max(makespan + utilisation, 1e-6) / Math.max(1, start.end());
        double perSetup = setup / Math.max(1, start.setupMinutes());
        return new Weights(1, perSetup / perMinute, LATE_PER_WEIGHT, 0.5, 0);
    }

    /// The same with a price on every job that changes its place, in minutes of makespan.
    public Weights keeping(double perChange) {
        return new Weights(makespan, setup, tardiness, overtime, perChange);
    }

    double of(Figures figures) {
        return makespan * figures.end()
                + setup * figures.setupMinutes()
                + tardiness * figures.weightedLate()
                + overtime * figures.overtimeMinutes()
                + change * figures.changes();
    }
}
