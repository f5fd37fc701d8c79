package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gemba.planning.schedule.LateJob.Reason;

/// Finds out why jobs are late.
final class LateReasons {
    private LateReasons() {}

    static List<LateJob> of(Problem problem, Schedule schedule) {
        var model = new Model(problem);
        var late = new ArrayList<LateJob>();
        for (var placement : schedule.placements()) {
            if (placement.late() > 0) late.add(why(model, schedule, placement));
        }
        late.sort(Comparator.comparingInt(LateJob::late).reversed());
        return late;
    }

    private static LateJob why(Model model, Schedule schedule, Placement placement) {
        int job = placement.job();
        int alone = earliestEnd(model, job);
        var before = schedule.on(placement.line()).stream()
                .filter(other -> other.start() < placement.start() && other.end() > model.release[job])
                .map(Placement::job)
                .toList();
        return new LateJob(job, placement.late(), reason(model, job, alone, before), alone, before);
    }

    private static Reason reason(Model model, int job, int alone, List<Integer> before) {
        if (alone > model.due[job] || before.isEmpty()) return Reason.TOO_LITTLE_TIME;
        if (before.stream().anyMatch(other -> model.isPinned[other])) return Reason.PINNED_IN_THE_WAY;
        boolean allPressing = before.stream().allMatch(other -> model.due[other] <= model.due[job]);
        if (allPressing) return Reason.NO_CAPACITY;
        boolean someWeighMore = before.stream().anyMatch(other -> model.weight[other] > model.weight[job]);
        return someWeighMore ? Reason.OTHERS_FIRST : Reason.BETTER_FOR_THE_WHOLE;
    }

    private static int earliestEnd(Model model, int job) {
        int earliest = Integer.MAX_VALUE;
        for (int line = 0; line < model.lines; line++) {
            if (!model.canRun(line, job)) continue;
            var open = model.overtime[line].workTime(new int[model.overtime[line].weeks()]);
            int from = Math.max(model.leastSetup(line, job), open.before(model.release[job]));
            earliest = Math.min(earliest, open.endOf(from + model.run[line][job]));
        }
        return earliest;
    }
}
