package org.gemba.mto.ui;

import java.util.Optional;
import java.util.regex.Pattern;

/// What may be typed or scanned as an MTO number.
final class MtoNumber {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{2,50}");

    private MtoNumber() {}

    /// Without the blanks and line ends that scanners send along.
    static Optional<String> read(String typed) {
        var number = typed.strip();
        return FORM.matcher(number).matches() ? Optional.of(number) : Optional.empty();
    }
}
