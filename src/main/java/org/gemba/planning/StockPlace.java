package org.gemba.planning;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What lies of a product at one place.
///
/// @param available free to sell
/// @param reserved promised to somebody
/// @param maxLevel what the place should hold at most; null when nobody said
/// @param source who told it: `api`, `csv`, an integration
public record StockPlace(
        long productId,
        String location,
        BigDecimal available,
        BigDecimal reserved,
        @Nullable BigDecimal maxLevel,
        String source,
        Instant toldAt) {
    public BigDecimal total() {
        return available.add(reserved);
    }
}
