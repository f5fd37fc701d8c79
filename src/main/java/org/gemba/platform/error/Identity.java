package org.gemba.platform.error;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A short code for an unexpected exception that is the same whenever the same thing goes wrong at the same place:
/// people read it from a dialog or a 500 answer, and it finds the stack trace in the log. It is computed from the
/// classes of the exception and its causes and from the first of our own methods in each trace; messages and line
/// numbers do not count, as they change from case to case and version to version.
public final class Identity {
    private static final String OURS = "org.gemba.";
    private static final int FRAMES = 3;
    /// Without the letters and digits that are mistaken for one another.
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private Identity() {}

    /// For example `K7QM-2F9X`.
    public static String of(Throwable failure) {
        var described = new StringBuilder();
        describe(failure, described, new HashSet<>());
        var hash = hash(described.toString());
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i == LENGTH / 2) code.append('-');
            code.append(ALPHABET.charAt(hash[i] & 31));
        }
        return code.toString();
    }

    private static void describe(@Nullable Throwable failure, StringBuilder described, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) return;
        described.append(failure.getClass().getName());
        int frames = 0;
        for (var frame : failure.getStackTrace()) {
            if (!frame.getClassName().startsWith(OURS) || frame.getMethodName().startsWith("lambda$")) continue;
            described.append('|').append(frame.getClassName()).append('.').append(frame.getMethodName());
            if (++frames == FRAMES) break;
        }
        described.append('\n');
        describe(failure.getCause(), described, seen);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
