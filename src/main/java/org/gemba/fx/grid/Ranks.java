package org.gemba.fx.grid;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The place of each row when one column is sorted upwards: equal values share a rank, blanks have none.
final class Ranks {
    private static final int BLANK = Integer.MAX_VALUE;

    private record Entry(Comparable<Object> key, int row) {}

    private final int[] ranks;

    private Ranks(int[] ranks) {
        this.ranks = ranks;
    }

    static Ranks of(int rows, IntFunction<@Nullable Object> value) {
        var entries = new ArrayList<Entry>(rows);
        var keys = new Keys();
        for (int i = 0; i < rows; i++) {
            var key = keys.of(value.apply(i));
            if (key != null) entries.add(new Entry(key, i));
        }
        if (!keys.ascii) collate(entries);
        entries.sort((a, b) -> a.key().compareTo(b.key()));
        return new Ranks(numbered(rows, entries));
    }

    boolean same(int row, int other) {
        return ranks[row] == ranks[other];
    }

    /// The rows in the order of their ranks; those of one rank stay as they were, blanks come last either way. Rank
    /// and position share a long, so this is one sort of primitives.
    int[] sort(int[] rows, boolean ascending) {
        var keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int rank = ranks[rows[i]];
            long key = ascending || rank == BLANK ? rank : BLANK - 1L - rank;
            keys[i] = key << 32 | i;
        }
        Arrays.sort(keys);
        var sorted = new int[rows.length];
        for (int i = 0; i < rows.length; i++) sorted[i] = rows[(int) keys[i]];
        return sorted;
    }

    private static int[] numbered(int rows, List<Entry> entries) {
        var ranks = new int[rows];
        Arrays.fill(ranks, BLANK);
        for (int i = 0, rank = 0; i < entries.size(); i++) {
            if (i > 0 && entries.get(i).key().compareTo(entries.get(i - 1).key()) != 0) rank++;
            ranks[entries.get(i).row()] = rank;
        }
        return ranks;
    }

    /// Chinese sorts by pronunciation. Few values repeat often in a column, so each is collated once.
    private static void collate(List<Entry> entries) {
        var collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        Map<Object, Comparable<Object>> known = new HashMap<>();
        entries.replaceAll(entry -> new Entry(
                known.computeIfAbsent(entry.key(), key -> comparable(collator.getCollationKey(key.toString()))),
                entry.row()));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object value) {
        return (Comparable<Object>) value;
    }

    /// A column of codes alone is compared faster as it stands; this notes whether it is one.
    private static final class Keys {
        private boolean ascii = true;

        @Nullable
        Comparable<Object> of(@Nullable Object value) {
            if (value == null || value instanceof String text && text.isEmpty()) return null;
            if (value instanceof Integer number) return comparable(number.longValue());
            if (!(value instanceof String text)) return comparable(value);
            ascii &= text.chars().allMatch(c -> c < 128);
            return comparable(text.toLowerCase(Locale.ROOT));
        }
    }
}
