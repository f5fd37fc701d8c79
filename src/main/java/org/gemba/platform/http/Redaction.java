package org.gemba.platform.http;

import java.util.regex.Pattern;

/// Takes secrets out of addresses and of answers that are quoted in a log. Headers and bodies of requests are never
/// logged at all.
public final class Redaction {
    private static final String HIDDEN = "•••";
    private static final String NAMES =
            "[\\w.-]*(?:token|secret|password|passwd|pwd|api_?key|app_?sec|signature|session_?id|js_?code|authorization|cookie)[\\w.-]*"
                    + "|key|code|sign|sig|auth|kdsvcsessionid";
    private static final Pattern QUERY =
            Pattern.compile("([?&;](?:" + NAMES + ")=)[^&#;\\s]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]*@");
    private static final Pattern FIELD =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile(
            "\\b(authorization|cookie|set-cookie|x-api-key)\\s*[:=]\\s*[^\\r\\n]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEARER =
            Pattern.compile("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOKEN = Pattern.compile("\\beyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*\\.?[A-Za-z0-9_-]*");
    private static final Pattern KEY = Pattern.compile("\\bsk-[A-Za-z0-9_-]{6,}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST = 500;

    private Redaction() {}

    /// The text without values of fields, parameters and headers whose names sound secret, on one line and at most 500
    /// characters long.
    public static String of(String text) {
        var start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        var clean = CONTROL.matcher(hidden(start)).replaceAll(" ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "…" : clean;
    }

    /// The whole text, its lines kept, without such values.
    public static String hidden(String text) {
        var clean = HEADER.matcher(text).replaceAll("$1: " + HIDDEN);
        clean = BEARER.matcher(clean).replaceAll("$1 " + HIDDEN);
        clean = USER_INFO.matcher(clean).replaceAll(HIDDEN + "@");
        clean = QUERY.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = FIELD.matcher(clean).replaceAll("$1" + HIDDEN + "\"");
        clean = TOKEN.matcher(clean).replaceAll(HIDDEN);
        return KEY.matcher(clean).replaceAll(HIDDEN);
    }
}
