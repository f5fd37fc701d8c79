package org.gemba.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.planning.data.ForecastTable;
import org.gemba.planning.data.Ground;
import org.gemba.planning.data.ProductTable;
import org.gemba.planning.data.SaleTable;
import org.gemba.planning.forecast.Forecast;
import org.gemba.planning.forecast.ForecastBatch;
import org.gemba.planning.forecast.ForecastEngine;
import org.gemba.planning.forecast.ForecastRequest;
import org.gemba.planning.forecast.ForecastResult;
import org.gemba.planning.forecast.ForecastReview;
import org.gemba.planning.forecast.KnownDays;
import org.gemba.planning.forecast.Method;
import org.gemba.planning.forecast.SeriesPreparation;
import org.gemba.planning.forecast.Watch;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.Faults;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;

/// Demand forecasts: made by a task, kept as they were given out, scored when the days have come.
public final class ForecastService {
    /// Sales of the books must not be learned from, as the terms of their source say.
    static final String NOT_LEARNED_FROM = "xero";

    private static final int MOST_PRODUCTS = 5_000;
    private static final int LAST_PERCENT = 99;

    private final Ground ground;
    private final Supplier<Tasks> tasks;
    private final ForecastBatch batch;
    private final ForecastEngine engine = new ForecastEngine();
    private final TaskKind<ForecastOrder> kind =
            TaskKind.once("planning.forecast", ForecastOrder.class, TaskKind.Overlap.ALLOWED, this::work);

    /// @param executor where forecasts are calculated
    ForecastService(Ground ground, Supplier<Tasks> tasks, Executor executor) {
        this.ground = ground;
        this.tasks = tasks;
        this.batch = new ForecastBatch(executor);
    }

    TaskKind<ForecastOrder> kind() {
        return kind;
    }

    /// Begins to forecast. Products without enough history are left out and named in the task's result.
    ///
    /// @throws AppError.NotFound for an unknown product
    /// @throws AppError.Unprocessable when none of them has enough history; it says how many days there are and are
    /// needed
    public UUID start(Caller caller, ForecastOrder order) {
        caller.require(Permission.PLANNING_WRITE);
        check(order);
        ground.database().read(handle -> {
            var known = ProductTable.known(handle, order.productIds());
            for (var id : order.productIds()) {
                if (!known.contains(id)) throw new AppError.NotFound("Product", String.valueOf(id));
            }
            return known;
        });
        refuseWithoutHistory(order);
        return tasks.get().submit(kind, order, caller.username());
    }

    private static void check(ForecastOrder order) {
        var faults = new Faults();
        int count = order.productIds().size();
        faults.broken(count < 1 || count > MOST_PRODUCTS, "product_ids", count, "must name 1 to 5000 products");
        faults.oneOf(
                "method",
                order.method(),
                Arrays.stream(Method.values()).map(Method::word).toList());
        faults.range("horizon_days", order.horizonDays(), 1, ForecastRequest.LONGEST);
        double confidence = order.confidence();
        faults.broken(
                !(confidence > 0.5 && confidence < 1), "confidence_level", confidence, "must be above 0.5 and below 1");
        weight(faults, "parameters.alpha", order.alpha());
        weight(faults, "parameters.beta", order.beta());
        weight(faults, "parameters.gamma", order.gamma());
        faults.range("parameters.seasonal_periods", order.seasonalPeriods(), 2, 28);
        faults.range("parameters.window", order.window(), 1, 365);
        faults.check();
    }

    private static void weight(Faults faults, String field, @Nullable Double value) {
        faults.broken(value != null && !(value >= 0 && value <= 1), field, value, "must be between 0 and 1");
    }

    private void refuseWithoutHistory(ForecastOrder order) {
        int longest = 0;
        for (var id : order.productIds()) {
            switch (SeriesPreparation.prepare(sales(id), yesterday(), KnownDays.nothing())) {
                case SeriesPreparation.Ready ready -> {
                    return;
                }
                case SeriesPreparation.TooShort few -> longest = Math.max(longest, few.daysThere());
            }
        }
        throw new AppError.Unprocessable("A forecast needs " + SeriesPreparation.FEWEST_DAYS
                + " days of sales history; "
                + (order.productIds().size() == 1 ? "the product has " : "no product has more than ")
                + longest);
    }

    private LocalDate yesterday() {
        return ground.today().minusDays(1);
    }

    private Map<LocalDate, Double> sales(long productId) {
        var daily = ground.database().read(handle -> SaleTable.daily(handle, productId, null, NOT_LEARNED_FROM));
        Map<LocalDate, Double> units = new TreeMap<>();
        daily.forEach((day, quantity) -> units.put(day, quantity.doubleValue()));
        return units;
    }

    private String work(ForecastOrder order, TaskContext context) {
        var request = order.request();
        var works = order.productIds().stream()
                .map(id -> (ForecastBatch.Work<ForecastResult>)
                        watch -> engine.forecast(sales(id), yesterday(), KnownDays.nothing(), request, watch))
                .toList();
        var results = batch.run(works, new ContextWatch(context));
        context.checkCancelled();
        return keep(order, results, context);
    }

    private String keep(ForecastOrder order, List<ForecastResult> results, TaskContext context) {
        var who = tasks.get().find(context.taskId()).orElseThrow().createdBy();
        var skipped = new ArrayList<String>();
        int made = ground.database().write(handle -> {
            int count = 0;
            for (int i = 0; i < results.size(); i++) {
                long product = order.productIds().get(i);
                switch (results.get(i)) {
                    case Forecast forecast -> {
                        var content = ForecastContent.of(order.method(), forecast);
                        ForecastTable.insert(
                                handle,
                                new StoredForecast(
                                        0,
                                        context.taskId(),
                                        product,
                                        forecast.method().word(),
                                        content,
                                        ground.now(),
                                        who));
                        count++;
                    }
                    case ForecastResult.NotEnoughHistory few ->
                        skipped.add(
                                "product " + product + " has " + few.daysThere() + " of " + few.daysNeeded() + " days");
                }
            }
            ground.audit()
                    .record(
                            handle,
                            who,
                            "create",
                            "planning_forecast",
                            context.taskId().toString(),
                            null,
                            order);
            return count;
        });
        ground.events().publish(new PlanningChange.ForecastsMade(context.taskId(), made));
        return made + " forecasts" + (skipped.isEmpty() ? "" : "; skipped: " + String.join(", ", skipped));
    }

    /// @throws AppError.NotFound when there is none
    public StoredForecast find(Caller caller, long id) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> ForecastTable.get(handle, id));
    }

    /// What a task has made so far.
    public List<Long> ofTask(Caller caller, UUID task) {
        caller.require(Permission.PLANNING_READ);
        return ground.database()
                .read(handle -> ForecastTable.ofTask(handle, task).stream()
                        .map(StoredForecast::id)
                        .toList());
    }

    /// One page of a list, with the names of the products.
    public record Found(List<StoredForecast> forecasts, Map<Long, String> names, long total) {}

    public Found list(Caller caller, ForecastFilter filter) {
        caller.require(Permission.PLANNING_READ);
        return ground.database().read(handle -> {
            var forecasts = ForecastTable.list(handle, filter);
            var names =
                    ProductTable.all(
                                    handle,
                                    forecasts.stream()
                                            .map(StoredForecast::productId)
                                            .distinct()
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(Product::id, Product::name));
            return new Found(forecasts, names, ForecastTable.count(handle, filter));
        });
    }

    /// The forecast beside what was sold since.
    ///
    /// @throws AppError.Unprocessable before its first day is over
    public ForecastReview review(Caller caller, long id) {
        var forecast = find(caller, id);
        return ForecastReview.of(forecast.content().frozen(), sales(forecast.productId()), yesterday())
                .orElseThrow(() -> new AppError.Unprocessable("Forecast " + id + " begins on "
                        + forecast.content().firstDay() + "; no day of it is over yet"));
    }

    /// Lets the task's cancellation end the calculation, and shows its progress.
    private static final class ContextWatch implements Watch {
        private final TaskContext context;
        private int percent = -1;

        ContextWatch(TaskContext context) {
            this.context = context;
        }

        @Override
        public boolean cancelled() {
            try {
                context.checkCancelled();
                return false;
            } catch (TaskCancelled e) {
                return true;
            }
        }

        @Override
        public synchronized void done(double share) {
            int now = (int) (share * LAST_PERCENT);
            if (now > percent) {
                percent = now;
                context.progress(now, "forecast", now + " %");
            }
        }
    }
}
