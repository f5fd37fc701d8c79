package org.gemba.inventory.supplier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A supplier gave no usable answer.
public final class SupplierFailed extends Exception {
    /// Why, and whether the same question may be answered later.
    public enum Reason {
        UNKNOWN_PART(false),
        NOT_CONFIGURED(false),
        REFUSED(false),
        BUSY(true),
        BROKEN(true),
        SLOW(true),
        UNREACHABLE(true),
        GARBAGE(true);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        public boolean isPassing() {
            return passing;
        }
    }

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    SupplierFailed(Reason reason, String message) {
        this(reason, message, null);
    }

    SupplierFailed(Reason reason, String message, @Nullable Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    public Reason reason() {
        return reason;
    }

    /// How long the supplier wants to be left alone; null when it does not say.
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
