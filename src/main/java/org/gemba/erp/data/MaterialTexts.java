package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gemba.erp.ComponentLine;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.SalesOrderLine;
import org.jspecify.annotations.Nullable;

/// The ids of the texts that lines print of their materials; each distinct set is stored once.
final class MaterialTexts {
    private record Text(
            String code, String name, String specification, String group, String category, boolean purchased) {
        static Text of(DocumentLine line) {
            var material = line.material();
            return switch (line) {
                case SalesOrderLine sales ->
                    new Text(
                            material.code(),
                            material.name(),
                            material.specification(),
                            sales.materialGroup(),
                            "",
                            false);
                case ComponentLine component ->
                    new Text(
                            material.code(),
                            material.name(),
                            material.specification(),
                            component.materialGroup(),
                            component.category(),
                            component.purchased());
                default -> new Text(material.code(), material.name(), material.specification(), "", "", false);
            };
        }
    }

    private final Map<Text, Long> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    /// For one write. What it adds is known to others only after {@link #commit()}.
    final class Batch implements AutoCloseable {
        private final Connection connection;
        private final Map<Text, Long> added = new HashMap<>();
        private @Nullable PreparedStatement insert;

        private Batch(Connection connection) {
            this.connection = connection;
        }

        long id(DocumentLine line) throws SQLException {
            var text = Text.of(line);
            var id = known.get(text);
            if (id == null) id = added.get(text);
            if (id != null) return id;
            long created = insert(text);
            added.put(text, created);
            return created;
        }

        private long insert(Text text) throws SQLException {
            if (insert == null) {
                insert = connection.prepareStatement(
                        "insert into erp_material_text (code, name, specification, material_group, category, purchased)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        Statement.RETURN_GENERATED_KEYS);
            }
            insert.setString(1, text.code());
            insert.setString(2, text.name());
            insert.setString(3, text.specification());
            insert.setString(4, text.group());
            insert.setString(5, text.category());
            insert.setBoolean(6, text.purchased());
            insert.executeUpdate();
            try (var keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }

        void commit() {
            known.putAll(added);
        }

        @Override
        public void close() throws SQLException {
            if (insert != null) insert.close();
        }
    }

    Batch batch(Connection connection) throws SQLException {
        if (!loaded) load(connection);
        return new Batch(connection);
    }

    private void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select code, name, specification, material_group, category, purchased, id from erp_material_text")) {
            while (rows.next()) {
                known.put(
                        new Text(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getBoolean(6)),
                        rows.getLong(7));
            }
        }
        loaded = true;
    }
}
