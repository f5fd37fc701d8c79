package org.gemba.planning.forecast;

import java.util.concurrent.CancellationException;

/// Follows a long calculation and may end it.
public interface Watch {
    /// Whether the caller has lost interest.
    boolean cancelled();

    /// So much of the whole is done, 0 to 1.
    void done(double share);

    /// Nobody watches.
    static Watch none() {
        return new Watch() {
            @Override
            public boolean cancelled() {
                return false;
            }

            @Override
            public void done(double share) {}
        };
    }

    /// @throws CancellationException when the caller has lost interest
    default void check() {
        if (cancelled()) {
            throw new CancellationException("the forecast was cancelled");
        }
    }
}
