package org.gemba.erp.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// One MTO number and its sub-orders `X-1`, `X-2`, …, or all that begins with it, as a condition that an index serves:
/// `.` is the sign after `-`.
record MtoRange(String number, boolean plainPrefix) {
    static final String CONDITION = "(mto_number = ? or (mto_number >= ? and mto_number < ?))";

    void bind(PreparedStatement statement, int at) throws SQLException {
        statement.setString(at, number);
        statement.setString(at + 1, plainPrefix ? number : number + "-");
        statement.setString(at + 2, number + (plainPrefix ? "\uffff" : "."));
    }
}
