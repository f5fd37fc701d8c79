package org.gemba.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// Requests under an `Idempotency-Key`, on routes that allow it.
final class Repetition {
    static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY = Pattern.compile("[!-~]{1,255}");

    private final Optional<AnswersOnce> store;

    Repetition(Optional<AnswersOnce> store) {
        this.store = store;
    }

    /// The key of this request; empty when it is an ordinary one.
    ///
    /// @throws AppError.InvalidInput when the key is no key
    Optional<AnswersOnce.Key> key(Context ctx, Route route, Caller caller) {
        var header = ctx.header(HEADER);
        if (store.isEmpty() || !route.body().isOnce() || header == null) return Optional.empty();
        if (!KEY.matcher(header).matches()) {
            throw new AppError.InvalidInput(new FieldError(
                    Place.HEADER, HEADER, null, new Rule.Pattern(KEY.pattern(), "1 to 255 visible characters")));
        }
        return Optional.of(new AnswersOnce.Key(caller.subject(), route.method() + " " + route.path(), header));
    }

    @FunctionalInterface
    interface Work {
        /// Handles the request and says what is to go out.
        Answers.Rendered run() throws Exception;
    }

    /// @param url with the query, which belongs to what is asked
    Answers.Rendered once(Context ctx, AnswersOnce.Key key, String url, byte[] body, Work work) throws Exception {
        var fingerprint = fingerprint(url, body);
        var headers = new Answers.@Nullable Rendered[1];
        try {
            var outcome = store.orElseThrow().of(key, fingerprint, () -> {
                var rendered = done(work);
                headers[0] = rendered;
                return new AnswersOnce.Answer(
                        fingerprint, rendered.status(), new String(rendered.body(), StandardCharsets.UTF_8));
            });
            var fresh = headers[0];
            if (!outcome.isRepeated() && fresh != null) return fresh;
            ctx.header(REPLAYED, "true");
            var answer = outcome.answer();
            return new Answers.Rendered(
                    answer.status(), answer.body().getBytes(StandardCharsets.UTF_8), java.util.Map.of());
        } catch (Wrapped e) {
            throw e.inner;
        }
    }

    private static Answers.Rendered done(Work work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Wrapped(e);
        }
    }

    private static final class Wrapped extends RuntimeException {
        private final transient Exception inner;

        Wrapped(Exception inner) {
            super(inner);
            this.inner = inner;
        }
    }

    private static String fingerprint(String url, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(url.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
