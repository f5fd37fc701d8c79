package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.StockFacts;
import org.gemba.planning.optimise.StockItem;

/// Makes the optimiser's items of what is known about products: forecast, stock, sales by place.
final class StockItems {
    private static final int SHARE_DAYS = 90;
    private static final double YEAR = 365;

    private final Ground ground;

    StockItems(Ground ground) {
        this.ground = ground;
    }

    /// A product with its places, its expected demand and the share of each place in it.
    record Known(Product product, List<StockPlace> places, Demand demand, Map<String, Double> shares) {
        double available() {
            return places.stream()
                    .map(StockPlace::available)
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
        }

        double total() {
            return places.stream()
                    .map(StockPlace::total)
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
        }

        double highest() {
            return places.stream()
                    .map(StockPlace::maxLevel)
                    .filter(Objects::nonNull)
                    .mapToDouble(BigDecimal::doubleValue)
                    .sum();
        }

        /// @param buffer what the lead time is multiplied by
        StockItem item(double buffer) {
            double lead = product.leadTimeDays() * buffer;
            return new StockItem(
                    product.id(),
                    demand.daily() * YEAR,
                    demand.over(lead),
                    lead > 0 ? demand.spreadOver(lead) : 0,
                    product.costPrice().doubleValue(),
                    1,
                    1,
                    total(),
                    highest(),
                    shares);
        }
    }

    /// @param named locations of the request, beside those where the product lies already
    List<Known> read(List<Product> products, Collection<String> named) {
        var today = ground.today();
        var since = today.minusDays(SHARE_DAYS);
        return ground
                .database()
                .read(handle -> products.stream()
                        .map(product -> StockFacts.read(handle, product, since, ForecastService.NOT_LEARNED_FROM))
                        .toList())
                .stream()
                .map(facts -> known(facts, named, today))
                .toList();
    }

    private static Known known(StockFacts facts, Collection<String> named, LocalDate today) {
        return new Known(
                facts.product(),
                facts.places(),
                Demand.of(facts.newest(), facts.daily(), today),
                shares(facts.product(), facts.places(), named, facts.sold()));
    }

    /// A place serves a product that lies there, or whose market is part of its name; without any, the market's own.
    private static Map<String, Double> shares(
            Product product, List<StockPlace> places, Collection<String> named, Map<String, BigDecimal> sold) {
        var serving = new ArrayList<>(places.stream().map(StockPlace::location).toList());
        named.stream()
                .filter(place -> !serving.contains(place))
                .filter(place -> Arrays.asList(place.split("[_ -]")).contains(product.market()))
                .forEach(serving::add);
        if (serving.isEmpty()) serving.add(product.market() + "_Warehouse");
        Map<String, Double> shares = new TreeMap<>();
        for (var place : serving) {
            shares.put(place, sold.getOrDefault(place, BigDecimal.ZERO).doubleValue());
        }
        double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        shares.replaceAll((place, units) -> sum > 0 ? units / sum : 1.0 / serving.size());
        return shares;
    }
}
