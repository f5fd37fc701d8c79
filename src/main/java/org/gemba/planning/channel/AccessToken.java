package org.gemba.planning.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Request;
import org.gemba.planning.channel.ChannelFailed.Reason;
import org.jspecify.annotations.Nullable;

/// A token of OAuth2, fetched when it is needed and a minute before it ends; one fetch at a time.
public final class AccessToken {
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final JsonCall call;
    private final Clock clock;
    private @Nullable String text;
    private @Nullable String of;
    private Instant until = Instant.EPOCH;

    public AccessToken(JsonCall call, Clock clock) {
        this.call = call;
        this.clock = clock;
    }

    /// @param account whose token it is: another account's is not used
    /// @param request what to send for a new one
    public synchronized String get(String account, Request request) throws ChannelFailed {
        var held = text;
        if (held != null && account.equals(of) && clock.instant().isBefore(until)) return held;
        var answer = call.send(request).body();
        var fetched = Nodes.text(answer.path("access_token"));
        if (fetched.isEmpty()) throw new ChannelFailed(Reason.BROKEN, "No token came for " + account);
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(600));
        until = clock.instant().plus(life).minus(EARLY);
        text = fetched;
        of = account;
        return fetched;
    }

    /// The other side refused it.
    public synchronized void forget() {
        text = null;
    }
}
