package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a grid: a row of data with its state, or the heading of a group.
public sealed interface GridRow<T> {
    /// A row of data.
    ///
    /// @param index its place in the grid's data, whatever the sorting
    /// @param wrong by column, what was typed or pasted and is not a good value; the row keeps its last good one
    record Data<T>(int index, T value, State state, Map<String, Wrong> wrong) implements GridRow<T> {
        public Data {
            wrong = Map.copyOf(wrong);
        }

        static <T> Data<T> saved(int index, T value) {
            return new Data<>(index, value, State.SAVED, Map.of());
        }

        Data<T> with(String columnId, T newValue, @Nullable Wrong problem) {
            var problems = new HashMap<>(wrong);
            if (problem == null) problems.remove(columnId);
            else problems.put(columnId, problem);
            var next = state == State.NEW ? State.NEW : State.CHANGED;
            return new Data<>(index, newValue, next, problems);
        }

        /// `WRONG` as long as any cell is.
        public State shownState() {
            return wrong.isEmpty() ? state : State.WRONG;
        }
    }

    /// @param totals by column id
    record Group<T>(String title, int count, Map<String, BigDecimal> totals) implements GridRow<T> {}

    /// @param text as it was typed
    /// @param problemKey the text that says what is wrong with it
    record Wrong(String text, String problemKey) {}

    /// How a row stands to what is stored.
    enum State {
        SAVED,
        NEW,
        CHANGED,
        WRONG
    }
}
