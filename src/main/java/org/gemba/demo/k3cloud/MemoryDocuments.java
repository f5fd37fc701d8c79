package org.gemba.demo.k3cloud;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.demo.k3cloud.Column.Kind;
import org.jspecify.annotations.Nullable;

/// Documents held in memory. Fields of a material or a customer (`FMaterialId.FName`) are taken from its master record
/// when the row does not say them.
public final class MemoryDocuments implements DocumentSource {
    private final Map<String, FormTable> tables;

    private MemoryDocuments(Map<String, FormTable> tables) {
        this.tables = Map.copyOf(tables);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public FormTable table(FormKind form) {
        return tables.getOrDefault(form.id(), new MemoryTable(form, List.of()));
    }

    /// Collects rows; masters first, then the bills that name them.
    public static final class Builder {
        private final Map<String, List<@Nullable Object[]>> rows = new HashMap<>();
        private final Map<String, Map<String, @Nullable Object[]>> masters = new HashMap<>();
        private long nextEntry = 100_001;
        private long shift;

        /// Every time that is added from now on is moved by so many days.
        public Builder shiftedBy(long days) {
            shift = days;
            return this;
        }

        /// Adds a row of texts by key, as a CSV file holds them: an empty text is null, `yyyy-MM-dd` a midnight.
        /// Without an entry id the row gets the next free one.
        ///
        /// @throws IllegalArgumentException naming the key that the form does not have
        public Builder add(FormKind form, Map<String, String> values) {
            var row = new @Nullable Object[form.width()];
            values.forEach((key, text) -> {
                int position = form.position(key);
                if (position < 0) throw new IllegalArgumentException(form.id() + " has no field " + key);
                row[position] = parse(form.column(position).kind(), text);
            });
            return add(form, row);
        }

        /// The same with `key, value, key, value, …`.
        public Builder add(FormKind form, String... keysAndValues) {
            var values = new HashMap<String, String>();
            for (int i = 0; i + 1 < keysAndValues.length; i += 2) values.put(keysAndValues[i], keysAndValues[i + 1]);
            return add(form, values);
        }

        public MemoryDocuments build() {
            var tables = new HashMap<String, FormTable>();
            for (var found : rows.entrySet()) {
                var form = Forms.find(found.getKey()).orElseThrow();
                tables.put(form.id(), new MemoryTable(form, found.getValue()));
            }
            return new MemoryDocuments(tables);
        }

        private Builder add(FormKind form, @Nullable Object[] row) {
            int entry = form.position(form.entryKey());
            if (row[entry] == null) row[entry] = nextEntry++;
            fill(form, row, "FMaterialId.", Forms.MATERIAL);
            fill(form, row, "FCustId.", Forms.CUSTOMER);
            fill(form, row, "FCustomerID.", Forms.CUSTOMER);
            rows.computeIfAbsent(form.id(), none -> new ArrayList<@Nullable Object[]>())
                    .add(row);
            int number = form.position("FNumber");
            if (number >= 0 && row[number] instanceof String code)
                masters.computeIfAbsent(form.id(), none -> new HashMap<>()).put(code, row);
            return this;
        }

        private void fill(FormKind form, @Nullable Object[] row, String prefix, FormKind master) {
            int number = form.position(prefix + "FNumber");
            if (number < 0 || !(row[number] instanceof String code)) return;
            var found = masters.getOrDefault(master.id(), Map.of()).get(code);
            if (found == null) return;
            for (int at = 0; at < form.width(); at++) {
                var key = form.column(at).key();
                if (row[at] != null || !key.startsWith(prefix)) continue;
                int from = masterPosition(master, key.substring(prefix.length()));
                if (from >= 0) row[at] = found[from];
            }
        }

        private static int masterPosition(FormKind master, String key) {
            return master.position(key.equals("FCategoryId") ? "FCategoryID.FName" : key);
        }

        private static LocalDateTime time(String text) {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
        }

        private @Nullable Object parse(Kind kind, String text) {
            if (text.isEmpty()) return null;
            return switch (kind) {
                case TEXT -> text;
                case NUMBER -> new BigDecimal(text);
                case ID -> Long.valueOf(text);
                case TIME -> time(text).plusDays(shift);
                case FLAG -> List.of("true", "1", "b").contains(text.toLowerCase(Locale.ROOT));
            };
        }
    }
}
