package org.gemba.inventory.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the fields of a template. An unknown field stays as it is, so that a slip is seen on the preview.
final class Fields {
    private static final Pattern FIELD = Pattern.compile("\\{([a-z_]{1,40})\\}");
    private static final Pattern CODE = Pattern.compile("\\{qr(?:=([a-z_]{1,40}))?\\}");

    private Fields() {}

    static String fill(String text, Map<String, String> values) {
        return FIELD.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    /// The lines that have something on them.
    static List<String> lines(String text, Map<String, String> values) {
        var lines = new ArrayList<String>();
        for (var line : CODE.matcher(text).replaceAll("").split("\\R")) {
            var filled = fill(line, values).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (!filled.isEmpty()) lines.add(filled);
        }
        return lines;
    }

    /// What the code holds: the field that the text names with `{qr=field}`, or else the template's own code.
    static String code(String text, String code, Map<String, String> values) {
        var named = CODE.matcher(text);
        if (named.find() && named.group(1) != null) return fill("{" + named.group(1) + "}", values);
        return fill(code, values).strip();
    }
}
