package org.gemba.tracking;

import java.time.Instant;
import java.util.Locale;

/// Whether what tracking stands on is there.
public record ServiceHealth(State database, State erp, State wechat, Instant at) {
    /// One service. What is not set up does no harm to the others.
    public enum State {
        HEALTHY,
        UNHEALTHY,
        NOT_CONFIGURED;

        /// As the API writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// `healthy`; `degraded` when something outside is missing; `unhealthy` without the database.
    public String word() {
        if (database != State.HEALTHY) return "unhealthy";
        return erp == State.UNHEALTHY || wechat == State.UNHEALTHY ? "degraded" : "healthy";
    }
}
