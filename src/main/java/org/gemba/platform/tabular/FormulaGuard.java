package org.gemba.platform.tabular;

/// Keeps a spreadsheet program from taking text for a formula. Texts that begin with a sign that starts one get an
/// apostrophe, which {@link #strip} takes away again. Numbers are never touched.
public final class FormulaGuard {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";

    private FormulaGuard() {}

    public static boolean isRisky(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }

    public static String guard(String text) {
        return isRisky(text) || isGuarded(text) ? "'" + text : text;
    }

    /// The text as it was before {@link #guard}. An apostrophe that guards nothing stays.
    public static String strip(String text) {
        return isGuarded(text) ? text.substring(1) : text;
    }

    /// An apostrophe before a risky text, or before one that looks guarded itself, so that the round trip is exact.
    private static boolean isGuarded(String text) {
        if (text.length() < 2 || text.charAt(0) != '\'') return false;
        int first = 0;
        while (first < text.length() && text.charAt(first) == '\'') first++;
        return first < text.length() && STARTS.indexOf(text.charAt(first)) >= 0;
    }
}
