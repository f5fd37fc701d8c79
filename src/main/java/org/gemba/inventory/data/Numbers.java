package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// How figures and times of the tables come out.
final class Numbers {
    private Numbers() {}

    /// Without the zeros that the column adds: 12.000000 is 12.
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : whole(number);
    }

    static BigDecimal whole(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
