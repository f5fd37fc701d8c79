package org.gemba.access;

import java.time.Instant;
import java.util.Optional;

/// Knows who is behind a token.
@FunctionalInterface
public interface Callers {
    /// @throws AppError.Unauthenticated when the token is not genuine, has expired, was revoked or is not good for
    /// this family
    Caller of(String token, ApiFamily family);

    /// When a good token ends; empty when nobody knows.
    default Optional<Instant> ends(String token, ApiFamily family) {
        return Optional.empty();
    }
}
