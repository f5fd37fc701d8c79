package org.gemba.planning.http;

import static org.gemba.planning.http.ForecastAnswers.round;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gemba.planning.StockAnswer;
import org.gemba.planning.StockOrder;
import org.gemba.planning.StockService;
import org.gemba.planning.StockView;
import org.gemba.planning.optimise.ReorderAdvice.Priority;
import org.jspecify.annotations.Nullable;

/// The records of the stock routes.
final class StockAnswers {
    private StockAnswers() {}

    record Constraints(
            @Nullable Double maxInvestment,
            @Nullable Double serviceLevel,
            @Nullable Map<String, Integer> warehouseCapacity) {}

    record Costs(
            @Nullable Double holdingCostRate,
            @Nullable Double orderCost,
            @Nullable Double stockoutCost) {}

    record Objectives(
            @Nullable Double minimizeCost, @Nullable Double maximizeServiceLevel) {}

    record Optimize(
            List<Long> productIds,
            String optimizationType,
            @Nullable Constraints constraints,
            @Nullable Costs costParameters,
            @Nullable Objectives objectives) {
        private static final double HOLDING = 0.25;
        private static final double ORDER = 50;
        private static final double STOCKOUT = 100;
        private static final double COST = 0.6;
        private static final double SERVICE = 0.4;

        StockOrder order() {
            var within = constraints == null ? new Constraints(null, null, null) : constraints;
            var costs = costParameters == null ? new Costs(null, null, null) : costParameters;
            var weights = objectives == null ? new Objectives(COST, SERVICE) : objectives;
            return new StockOrder(
                    productIds,
                    optimizationType,
                    within.maxInvestment(),
                    within.serviceLevel(),
                    within.warehouseCapacity() == null ? Map.of() : within.warehouseCapacity(),
                    or(costs.holdingCostRate(), HOLDING),
                    or(costs.orderCost(), ORDER),
                    or(costs.stockoutCost(), STOCKOUT),
                    or(weights.minimizeCost(), 0),
                    or(weights.maximizeServiceLevel(), 0));
        }
    }

    /// Whole units, upwards: a level that is rounded down is reached too late.
    static long up(double units) {
        return (long) Math.ceil(units - 1e-9);
    }

    static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }

    /// Whole money, as the document prints it.
    record Summary(
            long totalInvestment,
            BigDecimal expectedServiceLevel,
            long annualSavings,
            BigDecimal inventoryTurnover,
            BigDecimal annualCost,
            boolean isProven,
            @Nullable BigDecimal gap) {}

    /// Money a year.
    record CostImpact(BigDecimal holdingCost, BigDecimal orderingCost, BigDecimal stockoutCost, BigDecimal totalCost) {}

    record Recommendation(
            long productId,
            String productName,
            BigDecimal currentStock,
            int recommendedStock,
            long reorderPoint,
            int orderQuantity,
            long safetyStock,
            BigDecimal serviceLevel,
            BigDecimal fillRate,
            BigDecimal expectedTurns,
            CostImpact costImpact) {
        static Recommendation of(StockAnswer.Recommendation one) {
            return new Recommendation(
                    one.productId(),
                    one.name(),
                    round(one.currentStock(), 2),
                    one.level(),
                    up(one.reorderPoint()),
                    one.orderQuantity(),
                    up(one.safetyStock()),
                    round(one.serviceLevel(), 4),
                    round(one.fillRate(), 4),
                    round(one.turns(), 1),
                    new CostImpact(
                            round(one.holdingCost(), 2),
                            round(one.orderingCost(), 2),
                            round(one.stockoutCost(), 2),
                            round(one.holdingCost() + one.orderingCost() + one.stockoutCost(), 2)));
        }
    }

    record Allocated(long productId, int allocatedQuantity) {}

    record Place(
            String location, int totalAllocation, @Nullable BigDecimal utilization, List<Allocated> products) {
        static Place of(StockAnswer.Place place) {
            var used = place.utilization();
            return new Place(
                    place.location(),
                    place.units(),
                    used == null ? null : round(used, 4),
                    place.products().entrySet().stream()
                            .map(entry -> new Allocated(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    /// What a limit would have to be, all others kept.
    record Binding(String constraint, List<String> locations, BigDecimal allowed, BigDecimal needed) {}

    record Result(
            String taskId,
            String status,
            int progress,
            @Nullable Summary optimizationSummary,
            List<Recommendation> productRecommendations,
            List<Place> locationAllocation,
            List<Binding> bindingConstraints,
            @Nullable String error) {
        static Result waiting(String task, String status, int progress, @Nullable String error) {
            return new Result(task, status, progress, null, List.of(), List.of(), List.of(), error);
        }

        static Result of(String task, StockAnswer answer) {
            var sum = answer.summary();
            return new Result(
                    task,
                    sum == null ? "infeasible" : "completed",
                    100,
                    sum == null ? null : summary(answer, sum),
                    answer.products().stream().map(Recommendation::of).toList(),
                    answer.places().stream().map(Place::of).toList(),
                    answer.binding().stream()
                            .map(limit -> new Binding(
                                    limit.limit(),
                                    limit.locations(),
                                    round(limit.allowed(), 4),
                                    round(limit.needed(), 4)))
                            .toList(),
                    null);
        }

        private static Summary summary(StockAnswer answer, StockAnswer.Summary sum) {
            var gap = answer.gap();
            return new Summary(
                    Math.round(sum.investment()),
                    round(sum.serviceLevel(), 4),
                    Math.round(sum.savings()),
                    round(sum.turnover(), 1),
                    round(sum.yearlyCost(), 2),
                    answer.isProven(),
                    gap == null ? null : round(gap, 6));
        }
    }

    record LevelPlace(
            String location,
            BigDecimal available,
            BigDecimal reserved,
            BigDecimal total,
            long reorderPoint,
            long maxLevel,
            String status,
            @Nullable BigDecimal daysOfSupply) {}

    record Alert(String location, String type, BigDecimal available, long reorderPoint) {}

    record Level(
            long productId,
            String productName,
            String sku,
            List<LevelPlace> locations,
            BigDecimal totalAvailable,
            BigDecimal totalReserved,
            List<Alert> alerts) {
        static Level of(StockView view) {
            return new Level(
                    view.product().id(),
                    view.product().name(),
                    view.product().sku(),
                    view.places().stream().map(Level::place).toList(),
                    round(view.available(), 4),
                    round(view.reserved(), 4),
                    view.places().stream()
                            .filter(place ->
                                    !ForecastAnswers.word(place.status()).equals("normal"))
                            .map(place -> new Alert(
                                    place.location(),
                                    ForecastAnswers.word(place.status()),
                                    round(place.available(), 4),
                                    up(place.reorderPoint())))
                            .toList());
        }

        private static LevelPlace place(StockView.Place place) {
            var days = place.daysOfSupply();
            return new LevelPlace(
                    place.location(),
                    round(place.available(), 4),
                    round(place.reserved(), 4),
                    round(place.available() + place.reserved(), 4),
                    up(place.reorderPoint()),
                    up(place.maxLevel()),
                    ForecastAnswers.word(place.status()),
                    days == null ? null : round(days, 1));
        }
    }

    record LevelSummary(BigDecimal totalValue, long lowStockItems, long stockoutItems, long overstockItems) {}

    record Levels(List<Level> stockLevels, LevelSummary summary) {}

    record Reorder(
            @Nullable List<Long> productIds,
            @Nullable Double leadTimeBuffer,
            @Nullable Double serviceLevel) {}

    record Line(
            long productId,
            String productName,
            BigDecimal currentStock,
            long reorderPoint,
            int recommendedOrder,
            String supplier,
            int leadTimeDays,
            String priority,
            String reason,
            BigDecimal costEstimate) {}

    record ReportSummary(
            int totalRecommendations,
            BigDecimal totalInvestment,
            long highPriority,
            long mediumPriority,
            long lowPriority) {
        static ReportSummary of(List<StockService.Advised> advised) {
            double money =
                    advised.stream().mapToDouble(one -> one.advice().cost()).sum();
            return new ReportSummary(
                    advised.size(),
                    round(money, 2),
                    count(advised, Priority.HIGH),
                    count(advised, Priority.MEDIUM),
                    count(advised, Priority.LOW));
        }

        private static long count(List<StockService.Advised> advised, Priority priority) {
            return advised.stream()
                    .filter(one -> one.advice().priority() == priority)
                    .count();
        }
    }

    record Report(String reportId, Instant generatedAt, List<Line> recommendations, ReportSummary summary) {}
}
