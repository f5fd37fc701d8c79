package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What shall happen to stock. A null location is "at no location". Quantities are in the part's unit.
public sealed interface StockBooking {
    UUID partId();

    /// One or two words that the ledger shows, for example `delivery`, `breakage`.
    String reason();

    @Nullable
    String note();

    /// Comes in from outside.
    ///
    /// @param orderItemId the order line that is received; null for none
    record Receive(
            UUID partId,
            @Nullable UUID locationId,
            BigDecimal quantity,
            String reason,
            @Nullable String note,
            @Nullable UUID orderItemId)
            implements StockBooking {}

    /// Leaves; never more than is there.
    record Issue(
            UUID partId,
            @Nullable UUID locationId,
            BigDecimal quantity,
            String reason,
            @Nullable String note) implements StockBooking {}

    /// Is thrown away; never more than is there.
    record Scrap(
            UUID partId,
            @Nullable UUID locationId,
            BigDecimal quantity,
            String reason,
            @Nullable String note) implements StockBooking {}

    /// Goes from one location to another; never more than is there.
    record Move(
            UUID partId,
            @Nullable UUID fromId,
            @Nullable UUID toId,
            BigDecimal quantity,
            String reason,
            @Nullable String note)
            implements StockBooking {}

    /// Is corrected by a difference of either sign.
    record Adjust(
            UUID partId,
            @Nullable UUID locationId,
            BigDecimal delta,
            String reason,
            @Nullable String note) implements StockBooking {}

    /// Was counted: the ledger gets the difference, or a line of zero that tells that the figure was right.
    record Count(
            UUID partId,
            @Nullable UUID locationId,
            BigDecimal counted,
            String reason,
            @Nullable String note) implements StockBooking {}
}
