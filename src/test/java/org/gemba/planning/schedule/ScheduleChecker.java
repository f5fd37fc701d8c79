package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Checks a schedule against its problem minute by minute, sharing no code with the search: who runs when, whether the
/// line is open, whether every set-up has its time, and whether the figures are what the placements say.
public final class ScheduleChecker {
    private ScheduleChecker() {}

    /// @return what is wrong, in words; empty when nothing is
    public static List<String> faults(Problem problem, Schedule schedule) {
        var faults = new ArrayList<String>();
        if (schedule.placements().size() != problem.jobs().size()) faults.add("not every job is placed once");
        for (int line = 0; line < problem.lines().size(); line++) checkLine(problem, schedule, line, faults);
        checkFigures(problem, schedule, faults);
        return faults;
    }

    private static void checkLine(Problem problem, Schedule schedule, int index, List<String> faults) {
        var open = open(
                problem.lines().get(index),
                schedule.openedOvertime().get(index),
                schedule.figures().end());
        int before = -1;
        int freeFrom = 0;
        for (var at : schedule.on(index)) {
            var job = problem.jobs().get(at.job());
            if (job.minutes().get(index) < 0) faults.add(job.id() + " cannot run there");
            if (at.start() < job.release()) faults.add(job.id() + " runs before its release");
            if (job.pin() != null && job.pin().line() != index) faults.add(job.id() + " left its line");
            if (job.pin() != null
                    && open.get(job.pin().start())
                    && at.start() != job.pin().start()) faults.add(job.id() + " left its time");
            int run = count(open, at.start(), at.end());
            if (run != job.minutes().get(index)) faults.add(job.id() + " runs " + run + " minutes");
            if (run > 0 && (!open.get(at.start()) || !open.get(at.end() - 1)))
                faults.add(job.id() + " runs when closed");
            int setup = problem.setups().minutes(index, before, at.job());
            if (at.setupMinutes() != setup) faults.add(job.id() + " has a wrong set-up");
            boolean isGiven = job.pin() != null;
            if (!isGiven && count(open, freeFrom, at.start()) < setup) faults.add(job.id() + " has no time for set-up");
            if (at.start() < freeFrom) faults.add(job.id() + " overlaps");
            if (at.late() != Math.max(0, job.due() == Job.NO_DUE ? 0 : at.end() - job.due()))
                faults.add(job.id() + " tells a wrong lateness");
            freeFrom = at.end();
            before = at.job();
        }
    }

    private static void checkFigures(Problem problem, Schedule schedule, List<String> faults) {
        int end = 0;
        int setups = 0;
        long late = 0;
        for (var at : schedule.placements()) {
            end = Math.max(end, at.end());
            setups += at.setupMinutes();
            late += (long) at.late() * problem.jobs().get(at.job()).weight();
        }
        if (end != schedule.figures().end()) faults.add("the end is " + end);
        if (setups != schedule.figures().setupMinutes()) faults.add("the set-ups are " + setups);
        if (late != schedule.figures().weightedLate()) faults.add("the weighted lateness is " + late);
    }

    private static BitSet open(Line line, List<Integer> openedPerWeek, int until) {
        var open = new BitSet();
        for (var window : line.open())
            open.set(window.start(), Math.min(window.end(), Math.max(window.start(), until)));
        int[] left = openedPerWeek.stream().mapToInt(Integer::intValue).toArray();
        for (var window : line.overtime()) {
            for (int minute = window.start(); minute < window.end(); minute++) {
                int week = Math.min(window.start() / (7 * 24 * 60), left.length - 1);
                if (week < 0 || left[week] == 0) break;
                left[week]--;
                open.set(minute);
            }
        }
        return open;
    }

    private static int count(BitSet open, int from, int to) {
        return open.get(from, Math.max(from, to)).cardinality();
    }
}
