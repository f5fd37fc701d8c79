package org.gemba.erp.data;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.gemba.erp.Material;
import org.jspecify.annotations.Nullable;

/// One table of document lines. Plain JDBC: a synchronisation writes hundreds of thousands of lines.
///
/// @param columns beside the seven that every form has
record DocumentTable<T>(String name, List<String> columns, Binder<T> binder, Reader<T> reader) {
    private static final List<String> COMMON =
            List.of("bill_no", "entry_id", "mto_number", "material_code", "material_name", "specification", "aux_id");

    /// Puts a line's values in the order of the columns.
    interface Binder<T> {
        void bind(T line, Cells cells) throws SQLException;
    }

    /// Reads a line by the names of its columns.
    interface Reader<T> {
        T read(ResultSet row, Material material) throws SQLException;
    }

    /// Fills the places of one statement from left to right.
    static final class Cells {
        private final PreparedStatement statement;
        private int at;

        Cells(PreparedStatement statement) {
            this.statement = statement;
        }

        Cells common(String billNo, long entryId, String mtoNumber, Material material, long auxId) throws SQLException {
            return add(billNo)
                    .add(entryId)
                    .add(mtoNumber)
                    .add(material.code())
                    .add(material.name())
                    .add(material.specification())
                    .add(auxId);
        }

        Cells add(@Nullable Object value) throws SQLException {
            statement.setObject(++at, value instanceof LocalDate day ? Date.valueOf(day) : value);
            return this;
        }
    }

    void insert(Connection connection, List<T> lines) throws SQLException {
        if (lines.isEmpty()) return;
        var all = new ArrayList<>(COMMON);
        all.addAll(columns);
        var places = String.join(", ", Collections.nCopies(all.size(), "?"));
        var sql = "insert into " + name + " (" + String.join(", ", all) + ") values (" + places + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (var line : lines) {
                binder.bind(line, new Cells(statement));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void deleteOf(Connection connection, Collection<String> mtoNumbers) throws SQLException {
        try (var statement = connection.prepareStatement("delete from " + name + " where mto_number = ?")) {
            for (var number : mtoNumbers) {
                statement.setString(1, number);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// The lines of one number and its sub-orders, in the ERP's order of entries.
    List<T> about(Connection connection, MtoRange range) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select * from " + name + " where " + MtoRange.CONDITION + " order by entry_id, id")) {
            range.bind(statement, 1);
            try (var rows = statement.executeQuery()) {
                var lines = new ArrayList<T>();
                while (rows.next()) lines.add(reader.read(rows, material(rows)));
                return lines;
            }
        }
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }

    private static Material material(ResultSet row) throws SQLException {
        return new Material(
                row.getString("material_code"), row.getString("material_name"), row.getString("specification"));
    }
}
