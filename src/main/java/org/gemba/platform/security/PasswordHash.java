package org.gemba.platform.security;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;

/// Passwords by bcrypt. Computing one takes a good part of a second on purpose, so at most two are computed at once
/// and a limited number wait: a flood of logins cannot take the machine's processors.
public final class PasswordHash implements AutoCloseable {
    /// bcrypt looks at no more; a longer password is refused rather than cut unseen.
    public static final int MOST_BYTES = 72;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
    /// Salt and hash that were never computed from a password at any cost in use.
    private static final String NOBODY = "n0b0dyn0b0dyn0b0dyn0b.n0b0dyn0b0dyn0b0dyn0b0dyn0b0dy.";

    private static final int WORKERS = 2;
    private static final int WAITING = 64;

    private final int cost;
    private final ExecutorService pool = Threads.bounded("password", WORKERS, WAITING);
    private final byte[] nobody;

    /// With the cost for real use.
    public PasswordHash() {
        this(12);
    }

    /// @param cost the binary logarithm of the number of rounds; tests take the least, 4
    public PasswordHash(int cost) {
        this.cost = cost;
        this.nobody = "$2b$%02d$%s".formatted(cost, NOBODY).getBytes(StandardCharsets.US_ASCII);
    }

    /// @return 60 characters that begin with `$2b$`
    /// @throws AppError.InvalidInput when the password has more than 72 bytes in UTF-8
    public String hash(String password) {
        if (tooLong(password)) {
            throw new AppError.InvalidInput(FieldError.body(
                    "password", "(hidden)", new FieldError.Rule.Broken("must have at most 72 bytes in UTF-8")));
        }
        return waitFor(() -> new String(compute(password), StandardCharsets.US_ASCII));
    }

    /// Compares in a time that does not depend on the password. `$2a$` and `$2y$` hashes of other systems hold too.
    public boolean matches(String password, String hash) {
        return waitFor(() -> verify(password, hash.getBytes(StandardCharsets.US_ASCII)));
    }

    /// Takes as long as {@link #matches} and is never true: for a user who does not exist, so that the time of the
    /// answer does not tell.
    public boolean matchesNobody(String password) {
        waitFor(() -> verify(password, nobody));
        return false;
    }

    private byte[] compute(String password) {
        return BCrypt.with(VERSION, new SecureRandom(), LongPasswordStrategies.truncate(VERSION))
                .hash(cost, password.getBytes(StandardCharsets.UTF_8));
    }

    private boolean verify(String password, byte[] hash) {
        var verified = BCrypt.verifyer(VERSION, LongPasswordStrategies.truncate(VERSION))
                .verify(password.getBytes(StandardCharsets.UTF_8), hash)
                .verified;
        return verified && !tooLong(password);
    }

    private static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private <T> T waitFor(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, pool).join();
        } catch (RejectedExecutionException e) {
            throw new AppError.Unavailable("Too many logins at once; try again in a moment.", e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
