package org.gemba.planning.schedule;

import org.jspecify.annotations.Nullable;

/// Times the jobs of one line in a given order: each as early as it can, around the pinned ones.
final class LineTiming {
    /// Told of every job in turn.
    interface Visitor {
        void placed(int job, int setupFrom, int setup, int from, int to);
    }

    /// What a line comes to.
    static final class Cost {
        int end;
        int setup;
        double late;
        int overtime;
        int changes;

        void set(Cost other) {
            end = other.end;
            setup = other.setup;
            late = other.late;
            overtime = other.overtime;
            changes = other.changes;
        }
    }

    private final Model model;

    LineTiming(Model model) {
        this.model = model;
    }

    /// @param order the free jobs of the line; pinned ones take their own places
    void time(int line, WorkTime work, int[] order, int count, Cost cost, @Nullable Visitor visitor) {
        cost.end = 0;
        cost.setup = 0;
        cost.late = 0;
        cost.changes = 0;
        int[] pins = model.pinned[line];
        int worked = 0;
        int before = Setups.NOTHING;
        int nextPin = 0;
        for (int i = 0; i < count; i++) {
            int job = order[i];
            int length = model.run[line][job];
            while (true) {
                int setup = model.setup(line, before, job);
                int from = Math.max(worked + setup, work.before(model.release[job]));
                if (nextPin < pins.length && isInTheWay(line, work, from + length, job, pins[nextPin])) {
                    worked = place(line, work, before, pins[nextPin], pinFrom(work, pins[nextPin]), cost, visitor);
                    before = pins[nextPin++];
                    continue;
                }
                worked = place(line, work, before, job, from, cost, visitor);
                before = job;
                break;
            }
        }
        for (; nextPin < pins.length; nextPin++) {
            worked = place(line, work, before, pins[nextPin], pinFrom(work, pins[nextPin]), cost, visitor);
            before = pins[nextPin];
        }
        cost.overtime = worked == 0 ? 0 : work.overtimeWithin(worked);
    }

    private int pinFrom(WorkTime work, int pin) {
        return work.before(model.pinStart[pin]);
    }

    private boolean isInTheWay(int line, WorkTime work, int end, int job, int pin) {
        return end + model.setup(line, job, pin) > pinFrom(work, pin);
    }

    private int place(int line, WorkTime work, int before, int job, int from, Cost cost, @Nullable Visitor visitor) {
        int setup = model.setup(line, before, job);
        int to = from + model.run[line][job];
        int end = work.endOf(to);
        cost.setup += setup;
        cost.changes += model.change(line, before, job);
        if (end > model.due[job]) cost.late += (double) model.weight[job] * (end - model.due[job]);
        if (end > cost.end) cost.end = end;
        if (visitor != null) visitor.placed(job, Math.max(0, from - setup), setup, from, to);
        return to;
    }
}
