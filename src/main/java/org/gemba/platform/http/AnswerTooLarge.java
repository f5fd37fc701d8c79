package org.gemba.platform.http;

import java.io.IOException;

/// The other side sent more than is accepted from it.
public final class AnswerTooLarge extends IOException {
    AnswerTooLarge(String target, long maxBytes) {
        super("the answer of " + target + " is larger than " + maxBytes + " bytes");
    }
}
