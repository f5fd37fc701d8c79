package org.gemba.erp;

import java.util.Locale;

/// Which stored MTO numbers belong to a number that somebody asks for. Letters match in either case, as they do in the
/// ERP's own database.
public enum MtoMatch {
    /// The number itself and its sub-orders `MTO-1`, `MTO-2`, …
    SUB_ORDERS,
    /// Every number that begins with it, so that AK251003 also brings AK2510034.
    PREFIX;

    public boolean matches(String asked, String number) {
        var wanted = folded(asked);
        var found = folded(number);
        return switch (this) {
            case SUB_ORDERS -> found.equals(wanted) || found.startsWith(wanted + "-");
            case PREFIX -> found.startsWith(wanted);
        };
    }

    /// What numbers are compared by.
    public static String folded(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }
}
