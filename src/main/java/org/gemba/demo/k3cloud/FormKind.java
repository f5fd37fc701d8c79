package org.gemba.demo.k3cloud;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.demo.k3cloud.Column.Kind;

/// One form: its id and its fields in a fixed order. Keys are exact, as the ERP's are: `FMtoNo` here is `FMTONO` there.
public final class FormKind {
    private final String id;
    private final String entryKey;
    private final List<Column> columns;
    private final Map<String, Integer> positions;

    private FormKind(String id, String entryKey, List<Column> columns, Map<String, Integer> positions) {
        this.id = id;
        this.entryKey = entryKey;
        this.columns = List.copyOf(columns);
        this.positions = Map.copyOf(positions);
    }

    public String id() {
        return id;
    }

    /// The key of the number that no two rows of the form share.
    public String entryKey() {
        return entryKey;
    }

    /// How many fields the form has.
    public int width() {
        return columns.size();
    }

    public List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    /// Where the field stands in a row, or -1 when the form has no such field.
    public int position(String key) {
        return positions.getOrDefault(key, -1);
    }

    Column column(int position) {
        return columns.get(position);
    }

    static Builder form(String id, String entryKey) {
        return new Builder(id, entryKey);
    }

    static final class Builder {
        private final String id;
        private final String entryKey;
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, Integer> positions = new HashMap<>();

        private Builder(String id, String entryKey) {
            this.id = id;
            this.entryKey = entryKey;
            add(Kind.ID, entryKey);
        }

        Builder text(String... keys) {
            return add(Kind.TEXT, keys);
        }

        Builder number(String... keys) {
            return add(Kind.NUMBER, keys);
        }

        Builder id(String... keys) {
            return add(Kind.ID, keys);
        }

        Builder time(String... keys) {
            return add(Kind.TIME, keys);
        }

        Builder flag(String... keys) {
            return add(Kind.FLAG, keys);
        }

        /// A second key for a field that is already there.
        Builder alias(String alias, String key) {
            positions.put(alias, positions.get(key));
            return this;
        }

        FormKind build() {
            return new FormKind(id, entryKey, columns, positions);
        }

        private Builder add(Kind kind, String... keys) {
            for (var key : keys) {
                positions.put(key, columns.size());
                columns.add(new Column(key, kind));
            }
            return this;
        }
    }
}
