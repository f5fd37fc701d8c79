package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.List;

/// What is to be scheduled.
public record Problem(List<Line> lines, List<Job> jobs, Setups setups, Weights weights) {
    public Problem {
        lines = List.copyOf(lines);
        jobs = List.copyOf(jobs);
        for (var job : jobs) {
            if (job.minutes().size() != lines.size()) {
                throw new IllegalArgumentException("job " + job.id() + " names "
                        + job.minutes().size() + " run times for " + lines.size() + " lines");
            }
        }
    }

    public Problem with(Weights other) {
        return new Problem(lines, jobs, setups, other);
    }

    /// The jobs that no line can make; such a problem has no schedule.
    public List<Job> impossible() {
        var none = new ArrayList<Job>();
        for (var job : jobs) {
            if (job.minutes().stream().allMatch(minutes -> minutes == Job.CANNOT)) none.add(job);
        }
        return none;
    }
}
