package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.List;

/// The choices of overtime on one line: for each week none, a quarter, half, three quarters or all of what is allowed,
/// taken from its first days on.
final class Overtime {
    static final int MOST = 4;
    private static final int WEEK = 7 * 24 * 60;

    private final Line line;
    private final int weeks;

    Overtime(Line line) {
        this.line = line;
        boolean isNone = line.overtimePerWeek() <= 0 || line.overtime().isEmpty();
        this.weeks = isNone ? 0 : (line.overtime().getLast().end() + WEEK - 1) / WEEK;
    }

    int weeks() {
        return weeks;
    }

    int minutes(int level) {
        return line.overtimePerWeek() * level / MOST;
    }

    /// @param levels one a week
    WorkTime workTime(int[] levels) {
        var opened = new ArrayList<Window>();
        var left = new int[weeks];
        for (int week = 0; week < weeks; week++) left[week] = minutes(levels[week]);
        for (var window : line.overtime()) {
            if (weeks == 0) break;
            int week = Math.min(window.start() / WEEK, weeks - 1);
            int taken = Math.min(left[week], window.minutes());
            if (taken == 0) continue;
            left[week] -= taken;
            opened.add(new Window(window.start(), window.start() + taken));
        }
        return new WorkTime(line.open(), opened);
    }

    List<Integer> opened(int[] levels) {
        var minutes = new ArrayList<Integer>();
        for (int week = 0; week < weeks; week++) minutes.add(minutes(levels[week]));
        return minutes;
    }
}
