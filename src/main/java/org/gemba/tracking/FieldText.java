package org.gemba.tracking;

import java.util.Map;
import java.util.regex.Pattern;

/// What fits into the fields of a WeChat template: its name says the kind, and each kind has a longest text and some
/// have an alphabet. Text that does not fit would be refused as a whole, so it is cut.
final class FieldText {
    static final Pattern NAME = Pattern.compile("[a-z_]{1,30}[0-9]{0,3}");
    private static final int OTHERWISE = 32;
    private static final Map<String, Integer> LONGEST = Map.of(
            "thing", 20,
            "phrase", 5,
            "name", 10,
            "symbol", 5,
            "letter", 32,
            "number", 32,
            "character_string", 32,
            "phone_number", 17,
            "car_number", 8);

    private FieldText() {}

    static String fit(String field, String text) {
        var kind = field.replaceAll("[0-9]+$", "");
        var clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (kind.equals("character_string")) clean = clean.replaceAll("[^\\x21-\\x7e]", "");
        if (clean.isEmpty()) clean = "-";
        int longest = LONGEST.getOrDefault(kind, OTHERWISE);
        if (clean.codePointCount(0, clean.length()) <= longest) return clean;
        boolean marked = kind.equals("thing");
        int end = clean.offsetByCodePoints(0, marked ? longest - 1 : longest);
        return marked ? clean.substring(0, end) + "…" : clean.substring(0, end);
    }
}
