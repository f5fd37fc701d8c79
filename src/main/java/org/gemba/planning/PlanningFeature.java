package org.gemba.planning;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.planning.data.Ground;
import org.gemba.planning.http.ProductRoutes;
import org.gemba.planning.http.ResourceRoutes;
import org.gemba.planning.http.SalesRoutes;
import org.gemba.planning.http.ScheduleRoutes;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the planning feature.
public final class PlanningFeature implements Feature, HttpFeature {
    private final ProductService products;
    private final SalesService sales;
    private final ResourceService resources;
    private final ScheduleService schedules;
    private final ScheduleRoutes scheduleRoutes;

    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public PlanningFeature(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource settings,
            Clock clock,
            Supplier<ZoneId> zone) {
        var ground = new Ground(database, audit, events, clock, zone);
        this.products = new ProductService(ground, ProductSettings.read(settings));
        this.sales = new SalesService(ground);
        this.resources = new ResourceService(ground);
        this.schedules = new ScheduleService(ground, tasks);
        this.scheduleRoutes = new ScheduleRoutes(schedules, products, resources, tasks, clock);
    }

    public ProductService products() {
        return products;
    }

    public SalesService sales() {
        return sales;
    }

    public ResourceService resources() {
        return resources;
    }

    public ScheduleService schedules() {
        return schedules;
    }

    @Override
    public String id() {
        return "planning";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(schedules.kind());
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(ProductRoutes.of(products));
        routes.addAll(SalesRoutes.of(sales));
        routes.addAll(ResourceRoutes.of(resources));
        routes.addAll(scheduleRoutes.routes());
        return List.copyOf(routes);
    }
}
