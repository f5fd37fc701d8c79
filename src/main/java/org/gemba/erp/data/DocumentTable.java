package org.gemba.erp.data;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.gemba.erp.DocumentLine;
import org.gemba.erp.ErpForm;
import org.gemba.erp.Material;
import org.jspecify.annotations.Nullable;

/// One document table: its name, the columns that it has beside the common ones, and how a line goes in and out.
///
/// @param columns in the order in which `bind` sets them
record DocumentTable<T extends DocumentLine>(
        ErpForm form, String name, String columns, Class<T> type, Bind<T> bind, Read<T> read) {
    private static final String COMMON = "mto_id, bill_no, entry_id, material_id, aux_id";
    private static final int FIRST_OWN = 6;

    interface Bind<T> {
        void line(T line, Into into) throws SQLException;
    }

    interface Read<T> {
        T line(Common common, From from) throws SQLException;
    }

    /// What every line has.
    record Common(
            String billNo,
            long entryId,
            String mtoNumber,
            Material material,
            String group,
            String category,
            boolean purchased,
            long auxId) {}

    String insert() {
        long own = columns.chars().filter(c -> c == ',').count() + 1;
        return "insert into " + name + " (" + COMMON + ", " + columns + ") values (?, ?, ?, ?, ?"
                + ", ?".repeat((int) own) + ")";
    }

    /// The lines of some MTO ids with their texts.
    String select(int ids) {
        return "select m.number, t.bill_no, t.entry_id, x.code, x.name, x.specification, x.material_group, x.category,"
                + " x.purchased, t.aux_id, " + columns + " from " + name + " t join erp_mto m on m.id = t.mto_id"
                + " join erp_material_text x on x.id = t.material_id where t.mto_id in (?" + ", ?".repeat(ids - 1)
                + ")";
    }

    void bind(PreparedStatement statement, long mtoId, long materialId, DocumentLine line) throws SQLException {
        statement.setLong(1, mtoId);
        statement.setString(2, line.billNo());
        statement.setLong(3, line.entryId());
        statement.setLong(4, materialId);
        statement.setLong(5, line.auxId());
        bind.line(type.cast(line), new Into(statement, FIRST_OWN));
    }

    T read(ResultSet row) throws SQLException {
        var common = new Common(
                row.getString(2),
                row.getLong(3),
                row.getString(1),
                new Material(row.getString(4), row.getString(5), row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getLong(10));
        return read.line(common, new From(row, 11));
    }

    /// Sets one parameter after the other.
    static final class Into {
        private final PreparedStatement statement;
        private int next;

        Into(PreparedStatement statement, int first) {
            this.statement = statement;
            this.next = first;
        }

        Into text(String value) throws SQLException {
            statement.setString(next++, value);
            return this;
        }

        Into number(BigDecimal value) throws SQLException {
            statement.setBigDecimal(next++, value);
            return this;
        }

        Into count(int value) throws SQLException {
            statement.setInt(next++, value);
            return this;
        }

        Into flag(boolean value) throws SQLException {
            statement.setBoolean(next++, value);
            return this;
        }

        Into day(@Nullable LocalDate value) throws SQLException {
            statement.setObject(next++, value);
            return this;
        }
    }

    /// Gets one column after the other.
    static final class From {
        private final ResultSet row;
        private int next;

        From(ResultSet row, int first) {
            this.row = row;
            this.next = first;
        }

        String text() throws SQLException {
            return row.getString(next++);
        }

        /// Without the zeros that the column's scale adds, as the ERP's numbers are.
        BigDecimal number() throws SQLException {
            var number = row.getBigDecimal(next++);
            if (number.signum() == 0) return BigDecimal.ZERO;
            var stripped = number.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        int count() throws SQLException {
            return row.getInt(next++);
        }

        boolean flag() throws SQLException {
            return row.getBoolean(next++);
        }

        @Nullable
        LocalDate day() throws SQLException {
            return row.getObject(next++, LocalDate.class);
        }
    }
}
