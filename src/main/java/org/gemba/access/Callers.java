package org.gemba.access;

/// Knows who is behind a token.
@FunctionalInterface
public interface Callers {
    /// @throws AppError.Unauthenticated when the token is not genuine, has expired, was revoked or is not good for
    /// this family
    Caller of(String token, ApiFamily family);
}
