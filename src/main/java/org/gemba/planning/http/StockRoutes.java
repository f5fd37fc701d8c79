package org.gemba.planning.http;

import static org.gemba.planning.http.ForecastAnswers.round;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.StockService;
import org.gemba.planning.StockView;
import org.gemba.planning.optimise.StockStatus;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;

/// `/api/stock`, but for telling what lies where.
public final class StockRoutes {
    private static final Duration USUAL_TIME = Duration.ofSeconds(30);
    private static final double USUAL_BUFFER = 1.2;
    private static final double USUAL_SERVICE = 0.98;

    private final StockService service;
    private final PlanningTasks tasks;
    private final Texts texts;
    private final Clock clock;

    private StockRoutes(StockService service, PlanningTasks tasks, Texts texts, Clock clock) {
        this.service = service;
        this.tasks = tasks;
        this.texts = texts;
        this.clock = clock;
    }

    public static List<Route> of(StockService service, PlanningTasks tasks, Texts texts, Clock clock) {
        var routes = new StockRoutes(service, tasks, texts, clock);
        return List.of(
                Route.post(ApiFamily.PLANNING, "/api/stock/optimize", "Decide the stock of products together")
                        .needs(Permission.PLANNING_WRITE)
                        .takes(StockAnswers.Optimize.class)
                        .answers(ForecastAnswers.Accepted.class)
                        .status(202)
                        .handle(routes::optimize),
                Route.get(
                                ApiFamily.PLANNING,
                                "/api/stock/optimization/{task_id}",
                                "What the stock optimiser decided, or how far it has come")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("task_id", "optimization-…")
                        .answers(StockAnswers.Result.class)
                        .handle(routes::result),
                Route.get(ApiFamily.PLANNING, "/api/stock/levels", "How the stock stands")
                        .needs(Permission.PLANNING_READ)
                        .query("product_id", "integer", "of one product")
                        .query("location", "string", "at one location")
                        .query("low_stock", "boolean", "true: only what is low")
                        .query("alerts_only", "boolean", "true: only what has an alert")
                        .answers(StockAnswers.Levels.class)
                        .handle(routes::levels),
                Route.post(ApiFamily.PLANNING, "/api/stock/reorder-report", "What to order, the most urgent first")
                        .needs(Permission.PLANNING_READ)
                        .takes(StockAnswers.Reorder.class)
                        .answers(StockAnswers.Report.class)
                        .handle(routes::reorder));
    }

    private Object optimize(Call call) {
        var order = call.body(StockAnswers.Optimize.class).order();
        var task = service.start(call.caller(), order);
        var accepted = new ForecastAnswers.Accepted(
                tasks.name(task), "processing", clock.instant().plus(USUAL_TIME));
        return Answer.accepted(new Reply("Stock optimization started", accepted));
    }

    private Object result(Call call) {
        var name = call.path("task_id");
        var task = tasks.find(name);
        return service.answer(call.caller(), task.id())
                .map(answer -> StockAnswers.Result.of(name, answer))
                .orElseGet(() ->
                        StockAnswers.Result.waiting(name, PlanningTasks.word(task), task.progress(), task.error()));
    }

    private Object levels(Call call) {
        var product = call.query("product_id").isEmpty()
                ? null
                : Long.valueOf(call.queryInt("product_id", 1, 1, Integer.MAX_VALUE));
        var filter = new StockService.Filter(
                product,
                call.query("location").orElse(null),
                call.queryFlag("low_stock", false),
                call.queryFlag("alerts_only", false));
        call.checked();
        var views = service.levels(call.caller(), filter);
        double value = views.stream().mapToDouble(StockView::value).sum();
        return new StockAnswers.Levels(
                views.stream().map(StockAnswers.Level::of).toList(),
                new StockAnswers.LevelSummary(
                        round(value, 2),
                        views.stream()
                                .filter(view -> any(view, StockStatus.LOW, StockStatus.CRITICAL))
                                .count(),
                        views.stream()
                                .filter(view -> any(view, StockStatus.STOCKOUT))
                                .count(),
                        views.stream()
                                .filter(view -> any(view, StockStatus.OVERSTOCK))
                                .count()));
    }

    private static boolean any(StockView view, StockStatus... wanted) {
        return view.places().stream().anyMatch(place -> List.of(wanted).contains(place.status()));
    }

    private Object reorder(Call call) {
        var body = call.body(StockAnswers.Reorder.class);
        var asked = body.productIds();
        var advised = service.reorder(
                call.caller(),
                asked == null ? List.of() : asked,
                StockAnswers.or(body.leadTimeBuffer(), USUAL_BUFFER),
                StockAnswers.or(body.serviceLevel(), USUAL_SERVICE));
        return new StockAnswers.Report(
                "reorder-" + UUID.randomUUID(),
                clock.instant(),
                advised.stream().map(one -> line(one, call.locale())).toList(),
                StockAnswers.ReportSummary.of(advised));
    }

    private StockAnswers.Line line(StockService.Advised one, Locale locale) {
        var advice = one.advice();
        var reason = texts.text(
                locale,
                "planning.reorder." + ForecastAnswers.word(advice.reason()),
                round(advice.days(), 1).toPlainString());
        return new StockAnswers.Line(
                one.product().id(),
                one.product().name(),
                round(advice.position(), 2),
                StockAnswers.up(advice.reorderPoint()),
                advice.order(),
                texts.text(locale, "planning.reorder.no_supplier"),
                one.product().leadTimeDays(),
                ForecastAnswers.word(advice.priority()),
                reason,
                round(advice.cost(), 2));
    }
}
