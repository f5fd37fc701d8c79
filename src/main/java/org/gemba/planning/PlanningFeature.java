package org.gemba.planning;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.planning.amazon.AmazonChannel;
import org.gemba.planning.amazon.AmazonSettings;
import org.gemba.planning.channel.Channel;
import org.gemba.planning.channel.JsonCall;
import org.gemba.planning.data.Ground;
import org.gemba.planning.http.IntegrationRoutes;
import org.gemba.planning.http.ProductRoutes;
import org.gemba.planning.http.ResourceRoutes;
import org.gemba.planning.http.SalesRoutes;
import org.gemba.planning.http.ScheduleRoutes;
import org.gemba.planning.shopify.ShopifyChannel;
import org.gemba.planning.shopify.ShopifySettings;
import org.gemba.planning.xero.XeroChannel;
import org.gemba.planning.xero.XeroSettings;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the planning feature.
public final class PlanningFeature implements Feature, HttpFeature {
    private final Ground ground;
    private final ProductService products;
    private final SalesService sales;
    private final ResourceService resources;
    private final ScheduleService schedules;
    private final ScheduleRoutes scheduleRoutes;
    private final IntegrationService integrations;
    private final Clock clock;

    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public PlanningFeature(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource settings,
            Outbound outbound,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.ground = new Ground(database, audit, events, clock, zone);
        this.products = new ProductService(ground, ProductSettings.read(settings));
        this.sales = new SalesService(ground);
        this.resources = new ResourceService(ground);
        this.schedules = new ScheduleService(ground, tasks);
        this.integrations = new IntegrationService(ground, channels(settings, outbound, clock), tasks);
        this.clock = clock;
        this.scheduleRoutes = new ScheduleRoutes(schedules, products, resources, tasks, clock);
    }

    /// Settings are read at each call, so that a key that is changed on the desktop counts at once.
    private static List<Channel> channels(SettingsSource settings, Outbound outbound, Clock clock) {
        return List.of(
                new AmazonChannel(outbound, () -> AmazonSettings.read(settings), clock, JsonCall.USUAL),
                new ShopifyChannel(outbound, () -> ShopifySettings.read(settings), clock, JsonCall.USUAL),
                new XeroChannel(outbound, () -> XeroSettings.read(settings), clock, JsonCall.USUAL));
    }

    /// Fills empty tables with the sample factory and reads the last month from the simulated shops.
    ///
    /// @param files the rows of `products` and `resources` by the names of their columns
    public void fillWithSample(Function<String, List<Map<String, String>>> files) {
        if (!new SamplePlan(ground, this).fill(files)) return;
        for (var state : integrations.list(Caller.system())) {
            if (state.missing().isEmpty())
                integrations.sync(Caller.system(), state.channel().id(), null, null);
        }
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

    public IntegrationService integrations() {
        return integrations;
    }

    @Override
    public String id() {
        return "planning";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(schedules.kind(), integrations.kind());
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(ProductRoutes.of(products));
        routes.addAll(SalesRoutes.of(sales));
        routes.addAll(ResourceRoutes.of(resources));
        routes.addAll(scheduleRoutes.routes());
        routes.addAll(IntegrationRoutes.of(integrations, clock));
        return List.copyOf(routes);
    }

    @Override
    public void start() {
        integrations.start();
    }

    @Override
    public void stop() {
        integrations.stop();
    }
}
