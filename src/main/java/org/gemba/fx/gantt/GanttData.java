package org.gemba.fx.gantt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemba.fx.Tone;
import org.jspecify.annotations.Nullable;

/// What stands on a board. Titles and labels are in the user's language.
///
/// @param links which bar waits for which; drawn as arrows
public record GanttData(List<Row> rows, List<Bar> bars, List<Link> links) {
    public static final GanttData NONE = new GanttData(List.of(), List.of(), List.of());

    /// A resource.
    ///
    /// @param detail a second, quieter text; empty for none
    /// @param closed when it does not work; shaded
    public record Row(String id, String title, String detail, List<Span> closed) {
        public Row {
            closed = List.copyOf(closed);
        }
    }

    /// A half-open stretch of time.
    public record Span(Instant from, Instant to) {}

    /// One piece of work on one resource, from `start` until just before `end`.
    ///
    /// @param detail what its tooltip says below the label
    /// @param tone its state; lateness is told by `due` and needs no tone
    /// @param due null when nobody waits for it
    /// @param movable false for work that runs, is done or is fixed
    public record Bar(
            String id,
            String rowId,
            Instant start,
            Instant end,
            String label,
            String detail,
            Tone tone,
            @Nullable Instant due,
            boolean movable) {
        public Bar {
            if (!end.isAfter(start)) throw new IllegalArgumentException("bar " + id + " ends before it starts");
        }

        /// Whether it ends after its due time; a bar that ends on the minute is in time.
        public boolean isLate() {
            return due != null && end.isAfter(due);
        }

        /// The same work elsewhere; its duration stays.
        public Bar at(String otherRow, Instant otherStart) {
            var length = java.time.Duration.between(start, end);
            return new Bar(id, otherRow, otherStart, otherStart.plus(length), label, detail, tone, due, movable);
        }
    }

    /// `toBar` can only start when `fromBar` has ended.
    public record Link(String fromBar, String toBar) {}

    public GanttData {
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
        links = List.copyOf(links);
    }

    public Optional<Bar> bar(String id) {
        return bars.stream().filter(bar -> bar.id().equals(id)).findFirst();
    }

    GanttData with(Bar changed) {
        return new GanttData(
                rows,
                bars.stream()
                        .map(bar -> bar.id().equals(changed.id()) ? changed : bar)
                        .toList(),
                links);
    }
}
