package org.gemba.kpi;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.ScreenSpec;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.http.BatchRoutes;
import org.gemba.kpi.http.ClientRoutes;
import org.gemba.kpi.http.EntryRoutes;
import org.gemba.kpi.http.ShopFloorRoutes;
import org.gemba.kpi.http.StandardsRoutes;
import org.gemba.kpi.http.WorkOrderRoutes;
import org.gemba.kpi.ui.KpiScreens;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the KPI feature.
public final class KpiFeature implements Feature, HttpFeature, DesktopFeature {
    private final Books books;
    private final ClientService clients;
    private final WorkOrderService workOrders;
    private final EntryService entries;
    private final ShopFloorService shopFloor;
    private final StandardsService standards;
    private final BatchService batches;
    private final AuditService audits;
    private final UserNumbers numbers;

    /// What the rest of the program gives.
    ///
    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param userNumber the number of a user by id
    /// @param zone the factory's zone
    public record Ground(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            Function<UUID, Optional<Integer>> userNumber,
            Clock clock,
            Supplier<ZoneId> zone) {}

    public KpiFeature(Ground ground) {
        this.books = new Books(ground.database(), ground.audit(), ground.events(), ground.clock(), ground.zone());
        this.clients = new ClientService(books);
        this.workOrders = new WorkOrderService(books);
        this.entries = new EntryService(books);
        this.shopFloor = new ShopFloorService(books);
        this.standards = new StandardsService(books);
        this.batches = new BatchService(books, ground.tasks());
        this.audits = new AuditService(books);
        this.numbers = new UserNumbers(ground.userNumber());
    }

    public ClientService clients() {
        return clients;
    }

    public WorkOrderService workOrders() {
        return workOrders;
    }

    public EntryService entries() {
        return entries;
    }

    public ShopFloorService shopFloor() {
        return shopFloor;
    }

    public StandardsService standards() {
        return standards;
    }

    public BatchService batches() {
        return batches;
    }

    /// Fills an empty shop with the sample data; one that has clients already stays as it is.
    ///
    /// @param files the rows of each file by the names of their columns
    /// @param shift how many days later than told everything happens
    public void fillWithSample(Function<String, List<Map<String, String>>> files, long shift) {
        SampleShop.fill(books, files, shift);
    }

    @Override
    public String id() {
        return "kpi";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(batches.kind());
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        return KpiScreens.screens(desk, door());
    }

    /// The services as the screens take them.
    public KpiDoor door() {
        return new KpiDoor(clients, workOrders, entries, shopFloor, standards, batches);
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(EntryRoutes.of(entries, numbers));
        routes.addAll(BatchRoutes.of(batches));
        routes.addAll(WorkOrderRoutes.of(workOrders, numbers));
        routes.addAll(ShopFloorRoutes.of(shopFloor));
        routes.addAll(StandardsRoutes.of(standards));
        routes.addAll(ClientRoutes.of(clients, audits));
        return List.copyOf(routes);
    }

    @Override
    public void start() {
        batches.start();
    }
}
