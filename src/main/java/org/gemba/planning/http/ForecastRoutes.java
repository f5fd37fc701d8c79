package org.gemba.planning.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.ForecastFilter;
import org.gemba.planning.ForecastService;
import org.gemba.planning.forecast.Method;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Page;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/forecasts`.
public final class ForecastRoutes {
    private static final double SECONDS_A_PRODUCT = 0.2;

    private final ForecastService service;
    private final PlanningTasks tasks;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    private ForecastRoutes(ForecastService service, PlanningTasks tasks, Clock clock, Supplier<ZoneId> zone) {
        this.service = service;
        this.tasks = tasks;
        this.clock = clock;
        this.zone = zone;
    }

    public static List<Route> of(ForecastService service, PlanningTasks tasks, Clock clock, Supplier<ZoneId> zone) {
        var routes = new ForecastRoutes(service, tasks, clock, zone);
        return List.of(
                Route.post(ApiFamily.PLANNING, "/api/forecasts/generate", "Forecast products")
                        .needs(Permission.PLANNING_WRITE)
                        .takes(ForecastAnswers.Generate.class)
                        .answers(ForecastAnswers.Accepted.class)
                        .status(202)
                        .handle(routes::generate),
                Route.get(ApiFamily.PLANNING, "/api/forecasts/tasks/{task_id}", "How far forecasts have come")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("task_id", "forecast-…")
                        .answers(ForecastAnswers.Task.class)
                        .handle(routes::task),
                Route.get(
                                ApiFamily.PLANNING,
                                "/api/forecasts/accuracy/{forecast_id}",
                                "A forecast beside what was sold since")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("forecast_id", "a number")
                        .answers(ForecastAnswers.Review.class)
                        .handle(call -> ForecastAnswers.Review.of(id(call), service.review(call.caller(), id(call)))),
                Route.get(ApiFamily.PLANNING, "/api/forecasts", "Forecasts, the newest first")
                        .needs(Permission.PLANNING_READ)
                        .query("product_id", "integer", "of one product")
                        .query("method", "string", "by one method")
                        .query("start_date", "string", "made on this day or later")
                        .query("end_date", "string", "made on this day or earlier")
                        .query("page", "integer", "from 1")
                        .query("per_page", "integer", "1 to 100, otherwise 20")
                        .answersPage(ForecastAnswers.Row.class)
                        .handle(routes::list),
                Route.get(ApiFamily.PLANNING, "/api/forecasts/{forecast_id}", "A forecast")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("forecast_id", "a number")
                        .answers(ForecastAnswers.Detail.class)
                        .handle(call -> ForecastAnswers.Detail.of(service.find(call.caller(), id(call)))));
    }

    private static long id(Call call) {
        return ProductRoutes.number(call.path("forecast_id"), "Forecast");
    }

    private Object generate(Call call) {
        var order = call.body(ForecastAnswers.Generate.class).order();
        var task = service.start(call.caller(), order);
        long seconds = 1 + (long) (SECONDS_A_PRODUCT * order.productIds().size());
        var accepted = new ForecastAnswers.Accepted(
                tasks.name(task), "processing", clock.instant().plus(Duration.ofSeconds(seconds)));
        return Answer.accepted(new Reply("Forecast generation started", accepted));
    }

    private Object task(Call call) {
        var name = call.path("task_id");
        var task = tasks.find(name);
        var made = service.ofTask(call.caller(), task.id());
        return new ForecastAnswers.Task(
                name,
                PlanningTasks.word(task),
                task.progress(),
                made.isEmpty() ? null : made.getFirst(),
                made,
                task.startedAt(),
                task.finishedAt(),
                task.result(),
                task.error());
    }

    private Object list(Call call) {
        int page = call.queryInt("page", 1, 1, 1_000_000);
        int size = call.queryInt("per_page", 20, 1, 100);
        var product = call.query("product_id").isEmpty()
                ? null
                : Long.valueOf(call.queryInt("product_id", 1, 1, Integer.MAX_VALUE));
        var from = start(call, "start_date", 0);
        var to = start(call, "end_date", 1);
        var method = method(call);
        call.checked();
        var found =
                service.list(call.caller(), new ForecastFilter(product, method, from, to, size, (page - 1L) * size));
        return new Page<>(
                "forecasts",
                found.forecasts().stream()
                        .map(forecast ->
                                ForecastAnswers.Row.of(forecast, found.names().getOrDefault(forecast.productId(), "")))
                        .toList(),
                page,
                size,
                found.total());
    }

    private static @Nullable String method(Call call) {
        var asked = call.query("method");
        if (asked.isEmpty() || Method.of(asked.get()).isPresent()) return asked.orElse(null);
        var words = Arrays.stream(Method.values()).map(Method::word).toList();
        call.fault(new FieldError(Place.QUERY, "method", asked.get(), new Rule.OneOf(words)));
        return null;
    }

    /// The beginning of the day that is asked for, or of so many days later, in the factory's zone.
    private @Nullable Instant start(Call call, String name, int later) {
        Optional<String> text = call.query(name);
        if (text.isEmpty()) return null;
        try {
            return LocalDate.parse(text.get())
                    .plusDays(later)
                    .atStartOfDay(zone.get())
                    .toInstant();
        } catch (DateTimeParseException e) {
            call.fault(new FieldError(Place.QUERY, name, text.get(), new Rule.WrongType("date")));
            return null;
        }
    }
}
