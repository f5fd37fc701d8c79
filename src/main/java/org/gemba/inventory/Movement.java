package org.gemba.inventory;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the ledger: how much more (or less) there is of a part at one location since. A move between two
/// locations has two lines with the same group. Lines are never changed; a wrong one is reversed by another.
///
/// @param groupId what was booked together, and is reversed together
/// @param locationId {@link Location#NOWHERE} for no location
/// @param balance what was there at the location afterwards
/// @param total what was there of the part in all afterwards
/// @param orderItemId the order line that was received; null for other movements
/// @param reverses the group that this one takes back; null when it takes back none
public record Movement(
        long id,
        UUID groupId,
        Instant at,
        UUID partId,
        UUID locationId,
        BigDecimal delta,
        BigDecimal balance,
        BigDecimal total,
        Kind kind,
        String reason,
        @Nullable String note,
        String who,
        @Nullable UUID orderItemId,
        @Nullable UUID reverses) {
    /// Why stock changes.
    public enum Kind {
        /// Came in from outside.
        RECEIVE,
        /// Left for production or a customer.
        ISSUE,
        /// From one location to another.
        MOVE,
        /// Somebody corrected the figure.
        ADJUST,
        /// Somebody counted.
        COUNT,
        /// Thrown away.
        SCRAP,
        /// Takes back an earlier movement.
        REVERSAL
    }
}
