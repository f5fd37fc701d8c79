package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/// Makes a problem remember a former schedule, so that a new search leaves in place what need not move.
public final class Replanning {
    private Replanning() {}

    /// @param former the schedule so far
    /// @param formerJobs the ids of its jobs, in its order
    /// @param perChange what a moved job costs, in the unit of the objective; see {@link Weights#keeping}
    public static Problem of(Problem problem, Schedule former, java.util.List<String> formerJobs, double perChange) {
        Map<String, Job.Former> places = new HashMap<>();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < problem.jobs().size(); i++)
            index.put(problem.jobs().get(i).id(), i);
        for (int line = 0; line < problem.lines().size(); line++) {
            int before = Setups.NOTHING;
            for (var placement : former.on(line)) {
                var id = formerJobs.get(placement.job());
                places.put(id, new Job.Former(line, before));
                before = index.getOrDefault(id, before);
            }
        }
        var jobs = new ArrayList<Job>();
        for (var job : problem.jobs()) {
            jobs.add(new Job(
                    job.id(), job.minutes(), job.release(), job.due(), job.weight(), job.pin(), places.get(job.id())));
        }
        return new Problem(
                problem.lines(), jobs, problem.setups(), problem.weights().keeping(perChange));
    }
}
