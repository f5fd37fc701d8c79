package org.gemba.fx.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers queries over one state of a grid's data. Ranks of a sorted column and the lower-case text of the rows are
/// computed once and kept, so that the next click or keystroke only compares integers or scans texts. One thread at a
/// time; never the FX thread.
final class GridIndex<T> {
    private static final int CHECK_EVERY = 1024;

    /// @param rows what to show, with group headings
    /// @param matched how many rows of data fit, folded ones too
    /// @param misread the ids of the columns whose filter makes no sense and was ignored
    record Answer<T>(List<GridRow<T>> rows, int matched, List<String> misread) {}

    private final List<GridRow.Data<T>> rows;
    private final Map<String, GridColumn<T>> columns = new HashMap<>();
    private final List<GridColumn<T>> columnOrder;
    private final Supplier<CellTexts> texts;
    private final LocalDate today;
    private final Map<String, Ranks> ranks = new HashMap<>();
    private String @Nullable [] haystacks;

    GridIndex(List<GridRow.Data<T>> rows, List<GridColumn<T>> columns, Supplier<CellTexts> texts, LocalDate today) {
        this.rows = rows;
        this.columnOrder = columns;
        this.texts = texts;
        this.today = today;
        columns.forEach(column -> this.columns.put(column.id(), column));
    }

    synchronized Answer<T> answer(GridQuery query, BooleanSupplier cancelled) {
        var misread = new ArrayList<String>();
        var fits = matching(query, misread, cancelled);
        var order = ordered(fits, query);
        var groups = columns.get(query.groupBy());
        var shown = groups == null ? plain(order) : grouped(order, groups, query);
        return new Answer<>(shown, order.length, misread);
    }

    /// The sums of the totalled columns over these rows.
    Map<String, BigDecimal> totals(Collection<GridRow.Data<T>> of) {
        var sums = new HashMap<String, BigDecimal>();
        for (var column : columnOrder) {
            if (column.totalled()) sums.put(column.id(), sum(column, of));
        }
        return sums;
    }

    private BigDecimal sum(GridColumn<T> column, Collection<GridRow.Data<T>> of) {
        var sum = BigDecimal.ZERO;
        for (var row : of) {
            var value = column.of(row.value());
            if (value instanceof BigDecimal number) sum = sum.add(number);
            else if (value instanceof Number number) sum = sum.add(BigDecimal.valueOf(number.longValue()));
        }
        return sum;
    }

    private BitSet matching(GridQuery query, List<String> misread, BooleanSupplier cancelled) {
        var fits = new BitSet(rows.size());
        fits.set(0, rows.size());
        query.filters().forEach((id, text) -> {
            var column = columns.get(id);
            if (column == null) return;
            var cells = texts.get();
            new ColumnFilter(column.kind(), today, cells.zone(), value -> cells.shown(column.kind(), value))
                    .parse(text)
                    .ifPresentOrElse(
                            test -> keep(
                                    fits, i -> test.test(column.of(rows.get(i).value())), cancelled),
                            () -> misread.add(id));
        });
        var words = query.quick().strip().toLowerCase(Locale.ROOT);
        if (!words.isEmpty()) {
            var wanted = words.split("\\s+");
            var haystack = haystacks(cancelled);
            keep(fits, i -> Arrays.stream(wanted).allMatch(haystack[i]::contains), cancelled);
        }
        return fits;
    }

    private static void keep(BitSet fits, Predicate<Integer> test, BooleanSupplier cancelled) {
        for (int i = fits.nextSetBit(0); i >= 0; i = fits.nextSetBit(i + 1)) {
            if (i % CHECK_EVERY == 0) stopIf(cancelled);
            if (!test.test(i)) fits.clear(i);
        }
    }

    private String[] haystacks(BooleanSupplier cancelled) {
        if (haystacks != null) return haystacks;
        var made = new String[rows.size()];
        var cells = texts.get();
        for (int i = 0; i < made.length; i++) {
            if (i % CHECK_EVERY == 0) stopIf(cancelled);
            var line = new StringBuilder();
            for (var column : columnOrder) {
                line.append(searched(cells, column, rows.get(i).value())).append('\n');
            }
            made[i] = line.toString().toLowerCase(Locale.ROOT);
        }
        haystacks = made;
        return made;
    }

    /// Percentages are left out: nobody looks for one by typing it here, and formatting them is half of the work.
    private static <T> String searched(CellTexts cells, GridColumn<T> column, T row) {
        return column.kind() == Kind.SHARE ? "" : cells.plain(column.of(row));
    }

    private int[] ordered(BitSet fits, GridQuery query) {
        int[] order = fits.stream().toArray();
        var sorts = new ArrayList<>(query.sorts());
        if (columns.containsKey(query.groupBy())) {
            sorts.removeIf(sort -> sort.columnId().equals(query.groupBy()));
            sorts.addFirst(new GridQuery.Sort(query.groupBy(), true));
        }
        for (var sort : sorts.reversed()) {
            var column = columns.get(sort.columnId());
            if (column != null) order = ranks(column).sort(order, sort.ascending());
        }
        return order;
    }

    private Ranks ranks(GridColumn<T> column) {
        return ranks.computeIfAbsent(
                column.id(),
                id -> Ranks.of(rows.size(), i -> column.of(rows.get(i).value())));
    }

    private List<GridRow.Data<T>> data(int[] order) {
        var list = new ArrayList<GridRow.Data<T>>(order.length);
        for (int i : order) list.add(rows.get(i));
        return list;
    }

    private List<GridRow<T>> plain(int[] order) {
        return new ArrayList<>(data(order));
    }

    private List<GridRow<T>> grouped(int[] order, GridColumn<T> column, GridQuery query) {
        var rank = ranks(column);
        var cells = texts.get();
        var shown = new ArrayList<GridRow<T>>();
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && rank.same(order[to], order[from])) to++;
            var members = data(Arrays.copyOfRange(order, from, to));
            var title = cells.shown(column.kind(), column.of(members.getFirst().value()));
            shown.add(new GridRow.Group<>(title, members.size(), totals(members)));
            if (!query.collapsed().contains(title)) shown.addAll(members);
        }
        return shown;
    }

    private static void stopIf(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) throw new CancellationException();
    }
}
