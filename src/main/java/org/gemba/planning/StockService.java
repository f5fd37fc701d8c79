package org.gemba.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.StockDecisionTable;
import org.gemba.planning.optimise.CostParameters;
import org.gemba.planning.optimise.CpSatChoice;
import org.gemba.planning.optimise.InventoryFormulas;
import org.gemba.planning.optimise.ReorderAdvice;
import org.gemba.planning.optimise.SolverLimits;
import org.gemba.planning.optimise.StockOptimiser;
import org.gemba.planning.optimise.StockPolicy;
import org.gemba.planning.optimise.StockRequest;
import org.gemba.planning.optimise.StockStatus;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Stock: how it stands, how much there should be, what to order.
public final class StockService {
    /// What stock costs and how sure it should be where nobody says.
    static final CostParameters USUAL_COSTS = new CostParameters(0.25, 50, 100);

    static final double USUAL_SERVICE = 0.98;
    private static final int MOST_PRODUCTS = 2_000;
    private static final double SECONDS = 30;

    private final Ground ground;
    private final Supplier<Tasks> tasks;
    private final StockItems items;
    private final StockOptimiser optimiser;
    private final TaskKind<StockOrder> kind =
            TaskKind.once("planning.stock", StockOrder.class, TaskKind.Overlap.ALLOWED, this::work);

    /// @param library loads the native solver when first needed and says why it cannot
    StockService(Ground ground, Supplier<Tasks> tasks, Supplier<Optional<String>> library) {
        this.ground = ground;
        this.tasks = tasks;
        this.items = new StockItems(ground);
        this.optimiser = new StockOptimiser(new CpSatChoice(library));
    }

    TaskKind<StockOrder> kind() {
        return kind;
    }

    /// @param location null for every one
    public record Filter(@Nullable Long productId, @Nullable String location, boolean lowOnly, boolean alertsOnly) {}

    /// How the stock of every active product stands.
    public List<StockView> levels(Caller caller, Filter filter) {
        caller.require(Permission.PLANNING_READ);
        var products = active().stream()
                .filter(product -> filter.productId() == null || product.id() == filter.productId())
                .toList();
        return items.read(products, List.of()).stream()
                .map(known -> view(known, filter.location()))
                .filter(view -> !view.places().isEmpty())
                .filter(view -> !filter.lowOnly() || view.isLow())
                .filter(view -> !filter.alertsOnly() || view.hasAlert())
                .toList();
    }

    private static StockView view(StockItems.Known known, @Nullable String location) {
        var item = known.item(1);
        double holding = USUAL_COSTS.holdingRate() * item.unitCost();
        var policy = StockPolicy.of(item, USUAL_COSTS, USUAL_SERVICE, Math.max(1, (int)
                Math.ceil(InventoryFormulas.economicOrder(item.yearlyDemand(), USUAL_COSTS.orderCost(), holding))));
        var places = known.places().stream()
                .filter(place -> location == null || place.location().equals(location))
                .map(place -> place(place, known, policy))
                .toList();
        double reserved = known.places().stream()
                .mapToDouble(place -> place.reserved().doubleValue())
                .sum();
        return new StockView(known.product(), places, known.available(), reserved, known.total() * item.unitCost());
    }

    private static StockView.Place place(StockPlace place, StockItems.Known known, StockPolicy policy) {
        double share = known.shares().getOrDefault(place.location(), 0.0);
        double daily = known.demand().daily() * share;
        double available = place.available().doubleValue();
        double reorder = policy.reorderPoint() * share;
        var told = place.maxLevel();
        double highest = told == null ? policy.level() * share : told.doubleValue();
        var status =
                StockStatus.of(available, place.total().doubleValue(), policy.safetyStock() * share, reorder, highest);
        return new StockView.Place(
                place.location(),
                available,
                place.reserved().doubleValue(),
                reorder,
                highest,
                status,
                daily > 0 ? available / daily : null);
    }

    /// Begins to decide.
    ///
    /// @throws AppError.NotFound for an unknown product
    public UUID start(Caller caller, StockOrder order) {
        caller.require(Permission.PLANNING_WRITE);
        check(order);
        known(order.productIds());
        return tasks.get().submit(kind, order, caller.username());
    }

    private static void check(StockOrder order) {
        var faults = new Faults();
        int count = order.productIds().size();
        faults.broken(count < 1 || count > MOST_PRODUCTS, "product_ids", count, "must name 1 to 2000 products");
        faults.oneOf("optimization_type", order.type(), StockOrder.TYPES);
        share(faults, "constraints.service_level", order.serviceLevel());
        var money = order.maxInvestment();
        faults.broken(money != null && !(money > 0), "constraints.max_investment", money, "must be greater than 0");
        order.capacity()
                .forEach((place, units) ->
                        faults.range("constraints.warehouse_capacity." + place, units, 0, Integer.MAX_VALUE));
        faults.broken(
                !(order.holdingRate() > 0 && order.holdingRate() <= 10),
                "cost_parameters.holding_cost_rate",
                order.holdingRate(),
                "must be above 0 and at most 10");
        faults.broken(!(order.orderCost() >= 0), "cost_parameters.order_cost", order.orderCost(), "must be at least 0");
        faults.broken(
                !(order.stockoutCost() >= 0),
                "cost_parameters.stockout_cost",
                order.stockoutCost(),
                "must be at least 0");
        boolean isWeighed =
                order.costWeight() >= 0 && order.serviceWeight() >= 0 && order.costWeight() + order.serviceWeight() > 0;
        faults.broken(!isWeighed, "objectives", null, "must not be negative, and one of them must count");
        faults.check();
    }

    private static void share(Faults faults, String field, @Nullable Double value) {
        faults.broken(value != null && !(value > 0.5 && value < 1), field, value, "must be above 0.5 and below 1");
    }

    private List<Product> known(Collection<Long> ids) {
        return ground.database().read(handle -> {
            var found = new HashMap<Long, Product>();
            ProductTable.all(handle, List.copyOf(ids)).forEach(product -> found.put(product.id(), product));
            var products = new ArrayList<Product>();
            for (var id : ids) {
                var product = found.get(id);
                if (product == null) throw new AppError.NotFound("Product", String.valueOf(id));
                products.add(product);
            }
            return products;
        });
    }

    private List<Product> active() {
        return ground.database()
                .read(handle -> ProductTable.list(handle, ProductFilter.all()).stream()
                        .filter(Product::isActive)
                        .toList());
    }

    private String work(StockOrder order, TaskContext context) {
        context.progress(1, "read", "reading demand and stock");
        var products = known(order.productIds().stream().distinct().toList());
        var stock = items.read(products, order.capacity().keySet()).stream()
                .map(known -> known.item(1))
                .toList();
        context.progress(5, "decide", "weighing cost, service, money and space");
        var request = new StockRequest(stock, order.costs(), order.goal(), order.limits());
        var limits = new SolverLimits(SECONDS, 2, 1, () -> isCancelled(context));
        var decision = optimiser.decide(request, limits);
        context.checkCancelled();
        Map<Long, String> names = new HashMap<>();
        products.forEach(product -> names.put(product.id(), product.name()));
        var answer = StockAnswer.of(decision, names, order.capacity());
        var who = tasks.get().find(context.taskId()).orElseThrow().createdBy();
        ground.database().write(handle -> {
            StockDecisionTable.insert(handle, context.taskId(), order, answer, ground.now(), who);
            ground.audit()
                    .record(
                            handle,
                            who,
                            "decide",
                            "planning_stock",
                            context.taskId().toString(),
                            null,
                            answer.summary());
            return answer;
        });
        boolean isDecided = answer.summary() != null;
        ground.events().publish(new PlanningChange.StockDecided(context.taskId(), isDecided));
        return isDecided ? "decided " + products.size() + " products" : "the limits cannot be kept";
    }

    private static boolean isCancelled(TaskContext context) {
        try {
            context.checkCancelled();
            return false;
        } catch (TaskCancelled e) {
            return true;
        }
    }

    /// What a run answered; empty until it has ended.
    public Optional<StockAnswer> answer(Caller caller, UUID task) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> StockDecisionTable.answer(handle, task));
    }

    /// An advice with its product.
    public record Advised(Product product, ReorderAdvice advice) {}

    /// What to order now and in the next two weeks, the most urgent first.
    ///
    /// @param productIds empty for every active product
    /// @param buffer what lead times are multiplied by, at least 1
    public List<Advised> reorder(Caller caller, List<Long> productIds, double buffer, double service) {
        caller.require(Permission.PLANNING_READ);
        var faults = new Faults();
        faults.broken(!(buffer >= 1 && buffer <= 10), "lead_time_buffer", buffer, "must be from 1 to 10");
        share(faults, "service_level", service);
        faults.check();
        var products = productIds.isEmpty() ? active() : known(productIds);
        return items.read(products, List.of()).stream()
                .flatMap(known -> advice(known, buffer, service).stream())
                .sorted(Comparator.comparing(
                                (Advised advised) -> advised.advice().priority())
                        .thenComparing(advised -> advised.advice().days()))
                .toList();
    }

    private static Optional<Advised> advice(StockItems.Known known, double buffer, double service) {
        double lead = known.product().leadTimeDays() * buffer;
        return ReorderAdvice.of(known.item(buffer), USUAL_COSTS, service, known.available(), lead)
                .map(advice -> new Advised(known.product(), advice));
    }
}
