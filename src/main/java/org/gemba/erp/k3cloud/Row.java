package org.gemba.erp.k3cloud;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.gemba.erp.Exact;
import org.jspecify.annotations.Nullable;

/// One row of an answer, cells in the order of the asked fields. The ERP says «empty» as null, as "" or as a blank.
///
/// @param cells the text of each cell, null where it was null
record Row(@Nullable String[] cells) {
    String text(int column) {
        var cell = cells[column];
        return cell == null ? "" : cell.strip();
    }

    /// @throws BadAnswer when the cell is no number
    BigDecimal number(int column) {
        var text = text(column);
        if (text.isEmpty()) return BigDecimal.ZERO;
        try {
            return Exact.plain(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new BadAnswer("has '" + shortened(text) + "' where a number belongs");
        }
    }

    boolean isEmpty(int column) {
        return text(column).isEmpty();
    }

    /// A whole number, 0 for none.
    long id(int column) {
        return number(column).longValue();
    }

    boolean flag(int column) {
        var text = text(column);
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    /// The day of a date-time.
    @Nullable
    LocalDate day(int column) {
        var text = text(column);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw new BadAnswer("has '" + shortened(text) + "' where a date belongs");
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
