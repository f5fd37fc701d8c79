package org.gemba.planning.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A line's own time: only open minutes count, so that work runs through nights and maintenance without a gap. Maps
/// between worked minutes and clock minutes.
final class WorkTime {
    private final int[] starts;
    private final int[] ends;
    private final boolean[] isOvertime;
    private final int[] workedBefore;

    /// @param overtime the opened part of the overtime
    WorkTime(List<Window> regular, List<Window> overtime) {
        record Open(Window window, boolean isOvertime) {}
        var all = new ArrayList<Open>();
        regular.forEach(window -> all.add(new Open(window, false)));
        overtime.forEach(window -> all.add(new Open(window, true)));
        all.removeIf(open -> open.window().minutes() == 0);
        all.sort(Comparator.comparingInt(open -> open.window().start()));
        int count = all.size();
        starts = new int[count];
        ends = new int[count];
        isOvertime = new boolean[count];
        workedBefore = new int[count];
        int worked = 0;
        for (int i = 0; i < count; i++) {
            starts[i] = all.get(i).window().start();
            ends[i] = all.get(i).window().end();
            isOvertime[i] = all.get(i).isOvertime();
            workedBefore[i] = worked;
            worked += ends[i] - starts[i];
        }
    }

    /// The clock minute at which work begins that has `worked` minutes before it: the next window's start when one
    /// has just ended.
    int startOf(int worked) {
        int i = windowOf(worked + 1);
        if (i < 0) return worked;
        return starts[i] + worked - workedBefore[i];
    }

    /// The clock minute at which the `worked`-th minute ends: the window's own end when it fills it.
    int endOf(int worked) {
        if (worked <= 0) return startOf(0);
        int i = windowOf(worked);
        if (i < 0) return worked;
        return starts[i] + worked - workedBefore[i];
    }

    /// How many minutes are worked before a clock minute.
    int before(int clock) {
        int low = 0;
        int high = starts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < clock) low = middle + 1;
            else high = middle - 1;
        }
        if (high < 0) return 0;
        int inWindow = Math.min(clock, ends[high]) - starts[high];
        int beyond = high == starts.length - 1 ? Math.max(0, clock - ends[high]) : 0;
        return workedBefore[high] + inWindow + beyond;
    }

    /// How much of the first `worked` minutes is overtime.
    int overtimeWithin(int worked) {
        int sum = 0;
        for (int i = 0; i < starts.length && workedBefore[i] < worked; i++) {
            if (isOvertime[i]) sum += Math.min(worked - workedBefore[i], ends[i] - starts[i]);
        }
        return sum;
    }

    /// The window in which the n-th worked minute lies; the last one also for all that is beyond.
    private int windowOf(int minute) {
        int low = 0;
        int high = workedBefore.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (workedBefore[middle] < minute) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    /// The windows as the exact model needs them: worked minutes before each, and what to add to get clock minutes.
    int windows() {
        return starts.length;
    }

    int workedBefore(int window) {
        return workedBefore[window];
    }

    int offset(int window) {
        return starts[window] - workedBefore[window];
    }
}
