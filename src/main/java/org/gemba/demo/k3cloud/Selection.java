package org.gemba.demo.k3cloud;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gemba.demo.k3cloud.Filter.Sign;
import org.jspecify.annotations.Nullable;

/// Finds the rows that a filter asks for: an index narrows them where one fits, the filter decides.
final class Selection {
    private final FormTable table;

    private Selection(FormTable table) {
        this.table = table;
    }

    /// Row numbers in the asked order; ascending entry ids where none is asked.
    ///
    /// @throws QueryRefused when the OrderString names a field that the form does not have
    static int[] of(FormKind form, FormTable table, Filter filter, String order) {
        var selection = new Selection(table);
        var candidates = selection
                .narrowed(filter)
                .orElseGet(() -> IntStream.range(0, table.size()).toArray());
        var found = IntStream.of(candidates).filter(row -> selection.matches(filter, row));
        if (order.isBlank() || order.strip().equals(form.entryKey())) return found.toArray();
        return found.boxed()
                .sorted(selection.comparator(form, order))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Optional<int[]> narrowed(Filter filter) {
        return switch (filter) {
            case Filter.Compare compare -> narrowed(compare);
            case Filter.In in ->
                union(in.values().stream()
                        .map(value -> new Filter.Compare(in.position(), Sign.EQUAL, value))
                        .toList());
            case Filter.Like like ->
                like.beginning().isEmpty()
                        ? Optional.empty()
                        : table.rowsBeginningWith(like.position(), like.beginning());
            case Filter.Or or -> union(or.parts());
            case Filter.And and -> narrowest(and.parts());
            default -> Optional.empty();
        };
    }

    private Optional<int[]> narrowed(Filter.Compare compare) {
        if (compare.value() instanceof LocalDateTime time) return narrowed(compare.position(), compare.sign(), time);
        boolean isIndexed = compare.sign() == Sign.EQUAL && compare.value() instanceof String text && !text.isEmpty();
        return isIndexed ? table.rowsWith(compare.position(), (String) compare.value()) : Optional.empty();
    }

    private Optional<int[]> narrowed(int position, Sign sign, LocalDateTime time) {
        return switch (sign) {
            case EQUAL -> table.rowsBetween(position, time, time);
            case LESS, LESS_OR_EQUAL -> table.rowsBetween(position, LocalDateTime.MIN, time);
            case GREATER, GREATER_OR_EQUAL -> table.rowsBetween(position, time, LocalDateTime.MAX);
            case NOT_EQUAL -> Optional.empty();
        };
    }

    private Optional<int[]> union(List<? extends Filter> parts) {
        var all = new ArrayList<int[]>();
        for (var part : parts) {
            var rows = narrowed(part);
            if (rows.isEmpty()) return Optional.empty();
            all.add(rows.get());
        }
        return Optional.of(
                all.stream().flatMapToInt(IntStream::of).sorted().distinct().toArray());
    }

    /// Two bounds on one time are asked of the index together, since each alone may be half the table.
    private Optional<int[]> narrowest(List<Filter> parts) {
        var narrow = parts.stream()
                .filter(part -> !(part instanceof Filter.Compare compare && compare.value() instanceof LocalDateTime))
                .flatMap(part -> narrowed(part).stream())
                .min(Comparator.comparingInt(rows -> rows.length));
        if (narrow.isPresent()) return narrow;
        for (var part : parts)
            if (part instanceof Filter.Compare compare
                    && compare.value() instanceof LocalDateTime
                    && compare.sign() != Sign.NOT_EQUAL) return between(compare.position(), parts);
        return Optional.empty();
    }

    private Optional<int[]> between(int position, List<Filter> parts) {
        var from = LocalDateTime.MIN;
        var to = LocalDateTime.MAX;
        for (var part : parts) {
            if (!(part instanceof Filter.Compare compare)
                    || compare.position() != position
                    || !(compare.value() instanceof LocalDateTime time)) continue;
            var sign = compare.sign();
            boolean atLeast = sign == Sign.GREATER || sign == Sign.GREATER_OR_EQUAL || sign == Sign.EQUAL;
            boolean atMost = sign == Sign.LESS || sign == Sign.LESS_OR_EQUAL || sign == Sign.EQUAL;
            if (atLeast && time.isAfter(from)) from = time;
            if (atMost && time.isBefore(to)) to = time;
        }
        return table.rowsBetween(position, from, to);
    }

    private boolean matches(Filter filter, int row) {
        return switch (filter) {
            case Filter.All all -> true;
            case Filter.And and -> and.parts().stream().allMatch(part -> matches(part, row));
            case Filter.Or or -> or.parts().stream().anyMatch(part -> matches(part, row));
            case Filter.Not not -> !matches(not.part(), row) && !isUnknown(not.part(), row);
            case Filter.IsNull isNull -> isBlank(stored(row, isNull.position()));
            case Filter.In in -> {
                var value = stored(row, in.position());
                yield in.values().contains(value == null ? "" : value);
            }
            case Filter.Like like ->
                table.value(row, like.position()) instanceof String text
                        && like.pattern().test(text.stripTrailing());
            case Filter.Compare compare -> holds(compare.sign(), stored(row, compare.position()), compare.value());
        };
    }

    /// A field without a value is like an empty text to a text comparison and fails every other one.
    @SuppressWarnings("unchecked")
    private static boolean holds(Sign sign, @Nullable Comparable<?> stored, Comparable<?> value) {
        if (stored == null) return value instanceof String text && sign.holds("".compareTo(text));
        return sign.holds(((Comparable<Object>) stored).compareTo(value));
    }

    /// As in SQL, the opposite of a comparison with a missing number or time is no truth either.
    private boolean isUnknown(Filter filter, int row) {
        return switch (filter) {
            case Filter.Compare compare ->
                !(compare.value() instanceof String) && stored(row, compare.position()) == null;
            case Filter.In in ->
                !(in.values().iterator().next() instanceof String) && stored(row, in.position()) == null;
            default -> false;
        };
    }

    private static boolean isBlank(@Nullable Comparable<?> value) {
        return value == null || value.equals("");
    }

    private @Nullable Comparable<?> stored(int row, int position) {
        return FilterValues.stored(table.value(row, position));
    }

    private Comparator<Integer> comparator(FormKind form, String order) {
        Comparator<Integer> result = Comparator.comparing(row -> 0);
        for (var part : order.split(",", -1)) {
            var words = part.strip().split("\\s+", -1);
            int position = form.position(words[0]);
            if (position < 0) throw QueryRefused.noField(words[0]);
            var ascending = comparator(position);
            boolean down = words.length > 1 && words[1].equalsIgnoreCase("DESC");
            result = result.thenComparing(down ? ascending.reversed() : ascending);
        }
        return result.thenComparing(Comparator.naturalOrder());
    }

    @SuppressWarnings("unchecked")
    private Comparator<Integer> comparator(int position) {
        return Comparator.comparing(
                row -> (Comparable<Object>) stored(row, position), Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
