package org.gemba.shell.palette;

import java.util.Locale;

/// How well a typed text fits a title: the higher the better, 0 for not at all. The whole beginning beats the
/// beginning of a word, that beats a part, and that beats letters in the right order with gaps.
final class Match {
    static final int NONE = 0;
    private static final int BEGINNING = 100;
    private static final int WORD = 80;
    private static final int PART = 60;
    private static final int SCATTERED = 20;
    private static final int MOST_GAPS = 19;
    private static final int LEAST_SCATTERED = 3;

    private Match() {}

    static int score(String title, String typed) {
        var text = title.toLowerCase(Locale.ROOT);
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return PART;
        int at = text.indexOf(wanted);
        if (at == 0) return BEGINNING;
        if (at > 0) return startsWord(text, wanted) ? WORD : PART;
        return scattered(text, wanted);
    }

    private static boolean startsWord(String text, String wanted) {
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) return true;
        }
        return false;
    }

    /// Fewer than three letters are found scattered nearly everywhere, and a first one inside a word is chance.
    private static int scattered(String text, String wanted) {
        if (wanted.length() < LEAST_SCATTERED || !startsWord(text, wanted.substring(0, 1))) return NONE;
        int at = -1;
        int gaps = 0;
        for (int i = 0; i < wanted.length(); i++) {
            if (wanted.charAt(i) == ' ') continue;
            int next = text.indexOf(wanted.charAt(i), at + 1);
            if (next < 0) return NONE;
            if (at >= 0 && next > at + 1) gaps++;
            at = next;
        }
        return SCATTERED - Math.min(gaps, MOST_GAPS);
    }
}
