package org.gemba.planning;

import java.math.BigDecimal;
import java.util.List;

/// A product with what was sold of it and what is there.
///
/// @param sold30d units of the last 30 days, today not included
/// @param revenue30d what was really taken for them, by the lines of the sales; lines without an amount count nothing
/// @param averageDailySales units of those days divided by 30
public record ProductDetail(
        Product product,
        BigDecimal sold30d,
        BigDecimal revenue30d,
        BigDecimal averageDailySales,
        List<StockPlace> stock) {
    public ProductDetail {
        stock = List.copyOf(stock);
    }

    public BigDecimal available() {
        return stock.stream().map(StockPlace::available).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal reserved() {
        return stock.stream().map(StockPlace::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
