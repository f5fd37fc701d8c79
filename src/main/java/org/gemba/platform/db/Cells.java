package org.gemba.platform.db;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What stands in the columns of a row, as the records want it.
public final class Cells {
    private Cells() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Integer countOrNull(ResultSet row, String column) throws SQLException {
        int count = row.getInt(column);
        return row.wasNull() ? null : count;
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /// Without the zeros that the column's scale adds.
    public static BigDecimal number(ResultSet row, String column) throws SQLException {
        return plain(row.getBigDecimal(column));
    }

    public static @Nullable BigDecimal numberOrNull(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : plain(number);
    }

    private static BigDecimal plain(BigDecimal number) {
        if (number.signum() == 0) return BigDecimal.ZERO;
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
