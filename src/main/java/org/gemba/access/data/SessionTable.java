package org.gemba.access.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// Every token that was issued, by its id. Whether one is alive is remembered for a few seconds only, so that a
/// revocation by another workstation on the same database is seen soon; a revocation here is seen at once.
public final class SessionTable {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 50_000;

    private final Database database;
    private final Clock clock;
    private final Cache<UUID, Boolean> alive = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    public SessionTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param login what all tokens of one login share
    public void insert(UUID id, UUID login, String subject, String type, String audience, Instant expires) {
        var now = clock.instant();
        database.write(handle -> {
            handle.execute("delete from session where expires_at < ?", now.minus(Duration.ofDays(1)));
            return handle.execute(
                    "insert into session (jti, login, subject, typ, audience, issued_at, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    id,
                    login,
                    subject,
                    type,
                    audience,
                    now,
                    expires);
        });
    }

    /// Whether the token was issued here and not revoked since.
    public boolean isAlive(UUID id) {
        return alive.get(id, this::look);
    }

    private boolean look(UUID id) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from session where jti = :id and revoked_at is null")
                        .bind("id", id)
                        .mapTo(int.class)
                        .one())
                > 0;
    }

    /// @return false when it was revoked already, so that of two who redeem one refresh token only one succeeds
    public boolean revoke(UUID id) {
        int revoked = database.write(handle -> handle.execute(
                "update session set revoked_at = ? where jti = ? and revoked_at is null", clock.instant(), id));
        alive.invalidate(id);
        return revoked == 1;
    }

    /// Which login a token belongs to; a token from before logins were kept is one of its own.
    public UUID login(UUID id) {
        return database.read(handle -> handle.createQuery("select coalesce(login, jti) from session where jti = :id")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .orElse(id));
    }

    /// Ends every token of one login.
    public void revokeLogin(UUID login) {
        database.write(handle -> handle.execute(
                "update session set revoked_at = ? where (login = ? or jti = ?) and revoked_at is null",
                clock.instant(),
                login,
                login));
        alive.invalidateAll();
    }

    public void revokeAll(String subject) {
        database.write(handle -> revokeAll(handle, subject));
        alive.invalidateAll();
    }

    /// Part of a larger write, after which {@link #forget} is due.
    int revokeAll(Handle handle, String subject) {
        return handle.execute(
                "update session set revoked_at = ? where subject = ? and revoked_at is null", clock.instant(), subject);
    }

    /// Looks every session up again.
    public void forget() {
        alive.invalidateAll();
    }
}
