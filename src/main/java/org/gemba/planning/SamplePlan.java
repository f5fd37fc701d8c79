package org.gemba.planning;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.gemba.access.Caller;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.SaleTable;

/// Fills empty tables with the sample factory's products, two years of their sales up to a month ago (the shops tell
/// the rest), what lies where, and the lines. The same seed tells the same story.
final class SamplePlan {
    private static final long SEED = 22;
    private static final int HISTORY_DAYS = 730;
    private static final int TOLD_BY_SHOPS_DAYS = 30;
    private static final int ROWS_IN_ONE_WRITE = 1000;

    private final Ground ground;
    private final PlanningFeature feature;
    private final Random random = new Random(SEED);

    SamplePlan(Ground ground, PlanningFeature feature) {
        this.ground = ground;
        this.feature = feature;
    }

    /// @param files the rows of `products` and `resources` by the names of their columns
    /// @return false when there was something already
    boolean fill(Function<String, List<Map<String, String>>> files) {
        boolean isFilled = ground.database().read(handle -> ProductTable.count(handle, ProductFilter.all())) > 0;
        if (isFilled) return false;
        for (var row : files.apply("resources")) resource(row);
        for (var row : files.apply("products")) product(row);
        return true;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(cell(row, column));
    }

    private void resource(Map<String, String> row) {
        feature.resources()
                .add(
                        Caller.system(),
                        new NewResource(
                                cell(row, "name"),
                                cell(row, "type"),
                                number(row, "capacity_per_hour"),
                                number(row, "hourly_cost"),
                                true,
                                Arrays.asList(cell(row, "capabilities").split(";")),
                                cell(row, "location"),
                                null,
                                null));
    }

    private void product(Map<String, String> row) {
        var product = feature.products()
                .add(
                        Caller.system(),
                        new NewProduct(
                                cell(row, "name"),
                                cell(row, "sku"),
                                cell(row, "product_type"),
                                cell(row, "market"),
                                number(row, "cost_price"),
                                number(row, "selling_price"),
                                Integer.parseInt(cell(row, "lead_time_days"))));
        sales(product, row);
        double daily = number(row, "daily").doubleValue();
        var there = BigDecimal.valueOf(Math.round(daily * (8 + random.nextInt(30))));
        feature.sales()
                .putStock(
                        Caller.system(),
                        List.of(new SalesService.ToldStock(
                                product.id(),
                                product.market() + "_Warehouse",
                                there,
                                BigDecimal.valueOf(Math.round(daily)),
                                BigDecimal.valueOf(Math.round(daily * 60 + 20)))));
    }

    private void sales(Product product, Map<String, String> row) {
        var last = ground.today().minusDays(TOLD_BY_SHOPS_DAYS);
        var sales = new ArrayList<Sale>();
        for (int ago = HISTORY_DAYS; ago >= 0; ago--) {
            int units = units(row, last.minusDays(ago), ago);
            if (units == 0) continue;
            var quantity = BigDecimal.valueOf(units);
            sales.add(new Sale(
                    product.id(),
                    last.minusDays(ago),
                    product.market() + "_Warehouse",
                    "csv",
                    "",
                    quantity,
                    product.sellingPrice().multiply(quantity)));
        }
        for (int from = 0; from < sales.size(); from += ROWS_IN_ONE_WRITE) {
            var some = sales.subList(from, Math.min(sales.size(), from + ROWS_IN_ONE_WRITE));
            ground.database().writeBulk(handle -> {
                SaleTable.put(handle, some, ground.now());
                return some.size();
            });
        }
    }

    /// More at weekends and in summer, growing over the years; for slow goods often nothing.
    private int units(Map<String, String> row, LocalDate day, int ago) {
        double mean = number(row, "daily").doubleValue();
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        if (isWeekend) mean *= number(row, "weekend").doubleValue();
        mean *= 1 + 0.25 * Math.cos((day.getDayOfYear() - 190) * 2 * Math.PI / 365);
        mean *= 1 - number(row, "growth").doubleValue() * ago / 365;
        double noise = 1 + 0.22 * random.nextGaussian();
        double units = mean < 1 ? (random.nextDouble() < mean ? 1 + random.nextInt(3) : 0) : mean * noise;
        return (int) Math.max(0, Math.round(units));
    }
}
