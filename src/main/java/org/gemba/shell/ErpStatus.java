package org.gemba.shell;

import java.time.Instant;
import org.gemba.platform.events.Events;
import org.jspecify.annotations.Nullable;

/// How it stands with the ERP and the data that came from it.
public interface ErpStatus {
    /// Asked every few seconds, off the FX thread; looks at what is known and does not go to the ERP for it.
    State now();

    /// Runs the action, on any thread, when {@link #now()} may say something else.
    Events.Subscription onChange(Runnable action);

    /// Whether and how the ERP answers.
    enum Reach {
        ONLINE,
        OFFLINE,
        LOGIN_REFUSED,
        NOT_SET_UP
    }

    /// @param dataAsOf the age of the data that screens show; null while there is none
    /// @param detail a sentence for the tooltip; empty for none
    record State(Reach reach, @Nullable Instant dataAsOf, String detail) {}
}
