package org.gemba.planning.schedule;

import java.util.List;

/// What came of a problem.
public sealed interface Outcome {
    /// @param objective the weighted sum of the figures; less is better
    record Solved(Schedule schedule, double objective, Bound bound) implements Outcome {
        public double gap() {
            return bound.gap(objective);
        }
    }

    /// There is no schedule, because no line can make these jobs.
    record Impossible(List<Job> jobs) implements Outcome {
        public Impossible {
            jobs = List.copyOf(jobs);
        }
    }
}
