package org.gemba.fx.gantt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.gemba.fx.gantt.GanttData.Bar;
import org.jspecify.annotations.Nullable;

/// The board without its drawing: which bar is chosen, how bars move, what can be taken back.
final class GanttViewModel {
    private static final int STEPS = 50;

    private final ObjectProperty<GanttData> data = new SimpleObjectProperty<>(GanttData.NONE);
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.SHIFT);
    private final ObjectProperty<Instant> left = new SimpleObjectProperty<>(Instant.EPOCH);
    private final ObjectProperty<@Nullable Bar> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final Deque<Gantt.Move> undo = new ArrayDeque<>();
    private final Deque<Gantt.Move> redo = new ArrayDeque<>();
    private Function<Bar, Optional<String>> check = bar -> Optional.empty();
    private Consumer<Gantt.Move> moved = move -> {};

    ObjectProperty<GanttData> dataProperty() {
        return data;
    }

    GanttData data() {
        return data.get();
    }

    ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    /// The time at the left edge.
    ObjectProperty<Instant> leftProperty() {
        return left;
    }

    ObjectProperty<@Nullable Bar> selectedProperty() {
        return selected;
    }

    /// Why the last move was refused; empty when it was not.
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    void onCheck(Function<Bar, Optional<String>> question) {
        check = question;
    }

    void onMoved(Consumer<Gantt.Move> action) {
        moved = action;
    }

    /// The same bar stays chosen when it is still there.
    void show(GanttData fresh) {
        var chosen = selected.get();
        data.set(fresh);
        selected.set(chosen == null ? null : fresh.bar(chosen.id()).orElse(null));
    }

    /// Takes a move from the user: asks the check, tells who listens, remembers it.
    ///
    /// @return whether it was taken
    boolean move(Bar bar, String rowId, Instant start) {
        var place = bar.at(rowId, start);
        if (place.equals(bar)) return false;
        var problem = bar.movable() ? check.apply(place) : Optional.of("");
        refusal.set(problem.orElse(""));
        if (problem.isPresent()) return false;
        redo.clear();
        put(undo, new Gantt.Move(bar, place));
        carryOut(new Gantt.Move(bar, place));
        return true;
    }

    /// What the check says to a place, without moving anything.
    Optional<String> objection(Bar bar, String rowId, Instant start) {
        return check.apply(bar.at(rowId, start));
    }

    void undo() {
        var last = undo.pollLast();
        if (last == null) return;
        put(redo, last);
        carryOut(new Gantt.Move(last.to(), last.from()));
    }

    void redo() {
        var last = redo.pollLast();
        if (last == null) return;
        put(undo, last);
        carryOut(last);
    }

    private void carryOut(Gantt.Move move) {
        data.set(data.get().with(move.to()));
        selected.set(move.to());
        moved.accept(move);
    }

    private static void put(Deque<Gantt.Move> stack, Gantt.Move move) {
        stack.addLast(move);
        if (stack.size() > STEPS) stack.removeFirst();
    }

    /// Moves the chosen bar by steps of the snap grid or to a neighbouring row.
    void nudge(int steps, int rows) {
        var bar = selected.get();
        if (bar == null) return;
        int row = Math.clamp(rowOf(bar) + rows, 0, data.get().rows().size() - 1);
        var by = zoom.get().snap().multipliedBy(steps);
        move(bar, data.get().rows().get(row).id(), bar.start().plus(by));
    }

    /// Chooses the next bar in the row, or the nearest one in a neighbouring row that has any.
    void choose(int steps, int rows) {
        var bar = selected.get();
        if (bar == null) {
            data.get().bars().stream()
                    .min(Comparator.comparingInt(this::rowOf).thenComparing(Bar::start))
                    .ifPresent(selected::set);
            return;
        }
        if (rows == 0) along(bar, steps);
        else across(bar, rows);
    }

    private void along(Bar bar, int steps) {
        var row = inRow(rowOf(bar));
        int at = Math.clamp(row.indexOf(bar) + steps, 0, row.size() - 1);
        selected.set(row.get(at));
    }

    private void across(Bar bar, int rows) {
        for (int row = rowOf(bar) + rows; row >= 0 && row < data.get().rows().size(); row += rows) {
            var nearest = inRow(row).stream()
                    .min(Comparator.comparing(other ->
                            Duration.between(bar.start(), other.start()).abs()));
            if (nearest.isPresent()) {
                selected.set(nearest.get());
                return;
            }
        }
    }

    private List<Bar> inRow(int row) {
        var id = data.get().rows().get(row).id();
        return data.get().bars().stream()
                .filter(bar -> bar.rowId().equals(id))
                .sorted(Comparator.comparing(Bar::start))
                .toList();
    }

    int rowOf(Bar bar) {
        var rows = data.get().rows();
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).id().equals(bar.rowId())) return i;
        return 0;
    }
}
