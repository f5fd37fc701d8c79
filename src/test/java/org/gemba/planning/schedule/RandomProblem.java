package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Problems of every kind from a seed.
public final class RandomProblem {
    private static final int DAY = 24 * 60;

    private RandomProblem() {}

    /// Shifts with a break and maintenance, overtime, releases, due times, capabilities, set-ups by order, pins.
    public static Problem of(long seed, int jobs, int lines, boolean withPins) {
        var random = new Random(seed);
        var weights = new Weights(1, random.nextInt(3), random.nextInt(2) * 2, 0.5, 0);
        var all = new ArrayList<Job>();
        int pinnedTo = random.nextInt(lines);
        for (int i = 0; i < jobs; i++) {
            var minutes = new ArrayList<Integer>();
            int able = random.nextInt(lines);
            for (int line = 0; line < lines; line++) {
                boolean can = line == able || random.nextInt(4) > 0;
                minutes.add(can ? 15 * (2 + random.nextInt(20)) : Job.CANNOT);
            }
            boolean isPinned = withPins && i == 0 && minutes.get(pinnedTo) != Job.CANNOT;
            all.add(new Job(
                    "J" + i,
                    minutes,
                    random.nextInt(3) == 0 ? random.nextInt(2 * DAY) : 0,
                    random.nextInt(3) == 0 ? Job.NO_DUE : DAY / 2 + random.nextInt(3 * DAY),
                    List.of(1, 2, 5, 10).get(random.nextInt(4)),
                    isPinned ? new Job.Pin(pinnedTo, DAY + 10 * 60) : null,
                    null));
        }
        return new Problem(lines(random, lines), all, setups(random, jobs), weights);
    }

    private static List<Line> lines(Random random, int count) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < count; i++) {
            var open = new ArrayList<Window>();
            var overtime = new ArrayList<Window>();
            boolean hasOvertime = random.nextBoolean();
            for (int day = 0; day < 40; day++) {
                if (day % 7 == 6) continue;
                if (day == 1 && i == 0) {
                    open.add(new Window(day * DAY + 9 * 60, day * DAY + 16 * 60));
                } else {
                    open.add(new Window(day * DAY + 8 * 60, day * DAY + 12 * 60));
                    open.add(new Window(day * DAY + 13 * 60, day * DAY + 17 * 60));
                }
                if (hasOvertime) overtime.add(new Window(day * DAY + 17 * 60, day * DAY + 20 * 60));
            }
            lines.add(new Line("L" + i, open, overtime, hasOvertime ? 8 * 60 : 0));
        }
        return lines;
    }

    private static Setups setups(Random random, int jobs) {
        int[][] minutes = new int[jobs + 1][jobs];
        for (var row : minutes) for (int i = 0; i < row.length; i++) row[i] = 5 * random.nextInt(12);
        return (line, before, job) -> before < 0 ? 0 : minutes[before + 1][job] + 5 * line;
    }
}
