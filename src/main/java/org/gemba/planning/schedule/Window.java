package org.gemba.planning.schedule;

/// A span of clock minutes, counted from 00:00 of the schedule's first day in the factory's zone.
///
/// @param end the first minute outside
public record Window(int start, int end) {
    public Window {
        if (start < 0 || end < start) throw new IllegalArgumentException("not a span: " + start + " to " + end);
    }

    public int minutes() {
        return end - start;
    }

    public boolean overlaps(Window other) {
        return start < other.end && other.start < end;
    }
}
