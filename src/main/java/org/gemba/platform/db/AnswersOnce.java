package org.gemba.platform.db;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemba.platform.error.AppError;

/// Answers to requests that may come twice because their answer was lost: the work, and the answer under the client's
/// key, are one write. Whoever repeats the request within a day gets the same answer and no second effect.
public final class AnswersOnce {
    private static final Duration KEPT = Duration.ofHours(24);

    private final Database database;
    private final Clock clock;

    /// @param owner whose key it is; keys of different callers are different
    /// @param operation what is asked, for example `POST /api/v1/work-orders`
    /// @param clientKey the client's own name for this one request
    public record Key(String owner, String operation, String clientKey) {}

    /// @param fingerprint of what was sent
    /// @param body the answer as it went out
    public record Answer(String fingerprint, int status, String body) {}

    /// @param isRepeated whether the work was done before and not now
    public record Outcome(Answer answer, boolean isRepeated) {}

    public AnswersOnce(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Does the work, unless it was done before. The work runs inside the write, so it should not wait for anything
    /// but the database; when it throws, nothing is stored and the key is free.
    ///
    /// @throws AppError.Unprocessable when the key was used for another request
    public Outcome of(Key key, String fingerprint, Supplier<Answer> work) {
        var known = find(key, fingerprint);
        if (known.isPresent()) return new Outcome(known.get(), true);
        return database.together(() -> {
            var meanwhile = find(key, fingerprint);
            if (meanwhile.isPresent()) return new Outcome(meanwhile.get(), true);
            var answer = work.get();
            store(key, answer);
            return new Outcome(answer, false);
        });
    }

    private Optional<Answer> find(Key key, String fingerprint) {
        var found = database.read(handle -> handle.createQuery("select fingerprint, status, body from answer_once"
                        + " where owner = :owner and operation = :operation and client_key = :clientKey"
                        + " and stored_at > :since")
                .bindMethods(key)
                .bind("since", clock.instant().minus(KEPT))
                .map((row, context) ->
                        new Answer(row.getString("fingerprint"), row.getInt("status"), row.getString("body")))
                .findOne());
        if (found.isPresent() && !found.get().fingerprint().equals(fingerprint)) {
            throw new AppError.Unprocessable("The Idempotency-Key was used for another request already");
        }
        return found;
    }

    private void store(Key key, Answer answer) {
        var now = clock.instant();
        database.write(handle -> {
            handle.execute("delete from answer_once where stored_at <= ?", now.minus(KEPT));
            return handle.execute(
                    "insert into answer_once (owner, operation, client_key, fingerprint, status, body, stored_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    key.owner(),
                    key.operation(),
                    key.clientKey(),
                    answer.fingerprint(),
                    answer.status(),
                    answer.body(),
                    now);
        });
    }
}
