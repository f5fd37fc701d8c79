package org.gemba.web;

import org.jspecify.annotations.Nullable;

/// Text from outside, made safe for one line of a log.
final class LogText {
    private static final int LONGEST = 300;

    private LogText() {}

    static String escaped(@Nullable String text) {
        if (text == null) return "-";
        var safe = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            boolean control = Character.isISOControl(c)
                    || c == '\u2028'
                    || c == '\u2029'
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.SURROGATE;
            if (control) safe.append(String.format("\\u%04x", c));
            else safe.appendCodePoint(c);
        });
        return safe.isEmpty() ? "-" : safe.toString();
    }
}
