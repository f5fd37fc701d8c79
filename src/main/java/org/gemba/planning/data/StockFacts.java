package org.gemba.planning.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.planning.Product;
import org.gemba.planning.StockPlace;
import org.gemba.planning.StoredForecast;
import org.jdbi.v3.core.Handle;

/// What is stored about one product's demand and stock.
///
/// @param daily units sold by day, without sources that must not be learned from
/// @param sold units sold at each place since a day
public record StockFacts(
        Product product,
        List<StockPlace> places,
        Optional<StoredForecast> newest,
        Map<LocalDate, BigDecimal> daily,
        Map<String, BigDecimal> sold) {
    public static StockFacts read(Handle handle, Product product, LocalDate since, String without) {
        return new StockFacts(
                product,
                PlaceTable.of(handle, product.id()),
                ForecastTable.newest(handle, product.id()),
                SaleTable.daily(handle, product.id(), null, without),
                StockDecisionTable.soldByPlace(handle, product.id(), since));
    }
}
