package org.gemba.planning;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.gemba.planning.data.Ground;
import org.gemba.planning.http.ForecastRoutes;
import org.gemba.planning.http.PlanningTasks;
import org.gemba.planning.http.StockRoutes;
import org.gemba.planning.solver.NativeSolver;
import org.gemba.platform.Feature;
import org.gemba.platform.Threads;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires what planning calculates: forecasts and stock decisions.
public final class PlanningFiguresFeature implements Feature, HttpFeature {
    private final ExecutorService threads;
    private final ForecastService forecasts;
    private final StockService stock;
    private final Supplier<Tasks> tasks;
    private final Texts texts;
    private final Clock clock;
    private final Supplier<ZoneId> zone;

    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public PlanningFiguresFeature(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            Texts texts,
            Clock clock,
            Supplier<ZoneId> zone) {
        var ground = new Ground(database, audit, events, clock, zone);
        this.threads = Threads.pool("forecast", Math.max(1, Runtime.getRuntime().availableProcessors()));
        this.forecasts = new ForecastService(ground, tasks, threads);
        this.stock = new StockService(ground, tasks, NativeSolver::load);
        this.tasks = tasks;
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    public ForecastService forecasts() {
        return forecasts;
    }

    public StockService stock() {
        return stock;
    }

    @Override
    public String id() {
        return "planning-figures";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(forecasts.kind(), stock.kind());
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(
                ForecastRoutes.of(forecasts, new PlanningTasks(tasks, forecasts.kind(), "forecast-"), clock, zone));
        routes.addAll(StockRoutes.of(stock, new PlanningTasks(tasks, stock.kind(), "optimization-"), texts, clock));
        return List.copyOf(routes);
    }

    @Override
    public void stop() {
        threads.shutdownNow();
    }
}
