package org.gemba.web;

import java.nio.charset.StandardCharsets;

/// Names of downloads as RFC 6266 wants them: a plain one for old programs, the real one beside it.
final class FileName {
    private static final String UNRESERVED = "!#$&+-.^_`|~";

    private FileName() {}

    static String disposition(String name) {
        return "attachment; filename=\"" + plain(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(c -> plain.append(c < 32 || c > 126 || "\"\\/%".indexOf(c) >= 0 ? '_' : (char) c));
        return plain.toString();
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || UNRESERVED.indexOf(c) >= 0 && c < 128) encoded.append((char) c);
            else encoded.append(String.format("%%%02X", c));
        }
        return encoded.toString();
    }
}
