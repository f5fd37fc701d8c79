package org.gemba.planning.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A shop or the books did not answer, or not as they should. The message is for people and has no secret in it.
public final class ChannelFailed extends Exception {
    public enum Reason {
        NOT_SET_UP,
        /// The key is wrong, has ended, or lacks a right.
        REFUSED,
        /// Too many calls.
        LIMITED,
        UNREACHABLE,
        /// An error of their own, a page for people, half an answer, the same page again.
        BROKEN
    }

    private final Reason reason;
    private final transient @Nullable Duration wait;

    public ChannelFailed(Reason reason, String message) {
        this(reason, message, null);
    }

    /// @param wait how long they ask to be left alone
    public ChannelFailed(Reason reason, String message, @Nullable Duration wait) {
        super(message);
        this.reason = reason;
        this.wait = wait;
    }

    public Reason reason() {
        return reason;
    }

    public @Nullable Duration waitAsked() {
        return wait;
    }
}
