package org.gemba.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.web.dialect.Problem.Kind;

/// Reads `a=1&b=%E4%B8%AD`, of a query or a form. Where Java's own decoder guesses, this one refuses: a percent sign
/// without two hexadecimal digits, bytes that are no UTF-8, a NUL.
final class UrlText {
    private static final int MOST_FIELDS = 200;

    private UrlText() {}

    /// Of a name that comes twice the last counts.
    static Map<String, String> fields(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : all(text)) fields.put(field.getKey(), field.getValue());
        return fields;
    }

    /// In their order, also those of a name that comes several times.
    static List<Map.Entry<String, String>> all(String text) {
        if (text.isEmpty()) return List.of();
        var parts = text.split("&", MOST_FIELDS + 1);
        if (parts.length > MOST_FIELDS) throw refused();
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var part : parts) {
            if (part.isEmpty()) continue;
            int equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            fields.add(Map.entry(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1))));
        }
        return fields;
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) return text;
        var in = text.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] == '%') {
                if (i + 2 >= in.length || !HexFormat.isHexDigit(in[i + 1]) || !HexFormat.isHexDigit(in[i + 2])) {
                    throw refused();
                }
                out.put((byte) (HexFormat.fromHexDigit(in[i + 1]) * 16 + HexFormat.fromHexDigit(in[i + 2])));
                i += 2;
            } else {
                out.put(in[i] == '+' ? (byte) ' ' : in[i]);
            }
        }
        return text(out.flip());
    }

    private static String text(ByteBuffer bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            if (text.indexOf('\0') >= 0) throw refused();
            return text;
        } catch (CharacterCodingException e) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return new Refusal(Kind.MALFORMED, "The query or form is not readable");
    }
}
