package org.gemba.platform.security;

import java.security.SecureRandom;
import java.util.Base64;

/// Words that nobody can guess.
public final class RandomToken {
    private RandomToken() {}

    /// 256 bits in 43 characters that are safe in URLs, headers and file names.
    public static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
