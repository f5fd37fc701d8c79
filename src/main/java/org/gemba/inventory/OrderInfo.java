package org.gemba.inventory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of the order that a file is about.
///
/// @param supplier `LCSC`, `DigiKey` or `Mouser`; null when nothing tells
public record OrderInfo(
        @Nullable String supplier,
        @Nullable String number,
        @Nullable LocalDate date) {
    public static OrderInfo none() {
        return new OrderInfo(null, null, null);
    }

    /// This where it knows something, the other where it does not.
    public OrderInfo or(OrderInfo other) {
        return new OrderInfo(
                supplier == null ? other.supplier : supplier,
                number == null ? other.number : number,
                date == null ? other.date : date);
    }
}
