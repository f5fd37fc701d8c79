package org.gemba.inventory;

import java.text.Normalizer;
import java.util.Locale;

/// How text is compared in a search: without case in any script, and without the difference between full-width and
/// half-width forms. Accents count.
public final class Folding {
    private Folding() {}

    public static String fold(String text) {
        if (isPlain(text)) return text.toLowerCase(Locale.ROOT);
        // Upper case first, because some letters (ß, ς) have several lower-case forms.
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) > 127) return false;
        return true;
    }
}
