package org.gemba.kpi.mail;

import java.util.regex.Pattern;

/// What is taken for an e-mail address: one plain address, no name, no comment, no second line that could become a
/// header.
public final class MailAddresses {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    private MailAddresses() {}

    public static boolean isOne(String text) {
        return text.length() <= LONGEST
                && FORM.matcher(text).matches()
                && !text.startsWith(".")
                && !text.contains("..")
                && !text.contains(".@");
    }

    /// For a header: without line ends and other control characters.
    static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
