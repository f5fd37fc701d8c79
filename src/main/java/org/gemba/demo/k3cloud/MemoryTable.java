package org.gemba.demo.k3cloud;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.gemba.demo.k3cloud.Column.Kind;
import org.jspecify.annotations.Nullable;

/// Rows held in memory, with an index over each text and time field that a filter has ever asked for.
final class MemoryTable implements FormTable {
    private final FormKind form;
    private final List<@Nullable Object[]> rows;
    private final Map<Integer, NavigableMap<String, int[]>> texts = new ConcurrentHashMap<>();
    private final Map<Integer, NavigableMap<LocalDateTime, int[]>> times = new ConcurrentHashMap<>();

    MemoryTable(FormKind form, List<@Nullable Object[]> rows) {
        this.form = form;
        int entry = form.position(form.entryKey());
        this.rows = rows.stream()
                .sorted(Comparator.comparingLong(row -> row[entry] instanceof Number id ? id.longValue() : 0))
                .toList();
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public @Nullable Object value(int row, int position) {
        return rows.get(row)[position];
    }

    @Override
    public Optional<int[]> rowsWith(int position, String value) {
        if (form.column(position).kind() != Kind.TEXT) return Optional.empty();
        return Optional.of(texts(position).getOrDefault(value.toLowerCase(Locale.ROOT), new int[0]));
    }

    @Override
    public Optional<int[]> rowsBeginningWith(int position, String value) {
        if (form.column(position).kind() != Kind.TEXT) return Optional.empty();
        var from = value.toLowerCase(Locale.ROOT);
        return Optional.of(merged(texts(position).subMap(from, true, from + Character.MAX_VALUE, false)));
    }

    @Override
    public Optional<int[]> rowsBetween(int position, LocalDateTime from, LocalDateTime to) {
        if (form.column(position).kind() != Kind.TIME) return Optional.empty();
        if (from.isAfter(to)) return Optional.of(new int[0]);
        return Optional.of(merged(times(position).subMap(from, true, to, true)));
    }

    private static int[] merged(Map<?, int[]> groups) {
        return groups.values().stream().flatMapToInt(IntStream::of).sorted().toArray();
    }

    private NavigableMap<String, int[]> texts(int position) {
        return texts.computeIfAbsent(position, at -> index(at, String.class, text -> text.toLowerCase(Locale.ROOT)));
    }

    private NavigableMap<LocalDateTime, int[]> times(int position) {
        return times.computeIfAbsent(position, at -> index(at, LocalDateTime.class, time -> time));
    }

    private <T, K extends Comparable<? super K>> NavigableMap<K, int[]> index(
            int position, Class<T> type, java.util.function.Function<T, K> key) {
        var groups = new TreeMap<K, IntStream.Builder>();
        for (int row = 0; row < rows.size(); row++) {
            var value = rows.get(row)[position];
            if (type.isInstance(value))
                groups.computeIfAbsent(key.apply(type.cast(value)), none -> IntStream.builder())
                        .add(row);
        }
        var index = new TreeMap<K, int[]>();
        groups.forEach((value, found) -> index.put(value, found.build().toArray()));
        return index;
    }
}
