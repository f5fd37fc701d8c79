package org.gemba.inventory;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.ApiFamily;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.action.Action;
import org.gemba.inventory.data.CategoryTable;
import org.gemba.inventory.data.Export;
import org.gemba.inventory.data.FileTable;
import org.gemba.inventory.data.LocationTable;
import org.gemba.inventory.data.OrderTable;
import org.gemba.inventory.data.PartIndex;
import org.gemba.inventory.data.PartTable;
import org.gemba.inventory.data.StockTable;
import org.gemba.inventory.data.SummaryTable;
import org.gemba.inventory.data.Trail;
import org.gemba.inventory.data.Upkeep;
import org.gemba.inventory.http.CategoryRoutes;
import org.gemba.inventory.http.LocationRoutes;
import org.gemba.inventory.http.PartRoutes;
import org.gemba.inventory.http.TaskRights;
import org.gemba.inventory.http.TaskRoutes;
import org.gemba.inventory.http.TaskSockets;
import org.gemba.inventory.http.UtilityRoutes;
import org.gemba.inventory.ui.InventoryScreens;
import org.gemba.platform.Feature;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.DataFolder;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Backup;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;
import org.gemba.web.SocketRoute;
import org.gemba.web.json.Json;
import org.jspecify.annotations.Nullable;

/// Wires the inventory.
public final class InventoryFeature implements Feature, HttpFeature, DesktopFeature {
    /// What the inventory stands on.
    ///
    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public record Ground(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource settings,
            Outbound outbound,
            Texts texts,
            DataFolder folder,
            Backup backup,
            Clock clock,
            Supplier<ZoneId> zone) {}

    private static final LocalTime AUDIT = LocalTime.of(3, 30);

    private final CategoryService categories;
    private final LocationService locations;
    private final StockService stock;
    private final PartService parts;
    private final OrderService orders;
    private final PartSearch search;
    private final ImageService images;
    private final DatasheetService datasheets;
    private final ArchiveService archive;
    private final Ground ground;
    private final InventoryCore core;
    private final InventoryEdgeFeature edge;
    private final InventoryTasks tasks;
    private final ScanCodes scanCodes;
    private @Nullable TaskSockets sockets;

    public InventoryFeature(Ground ground) {
        this.ground = ground;
        var database = ground.database();
        var clock = ground.clock();
        this.core = new InventoryCore(
                database,
                new PartTable(database),
                new CategoryTable(database, clock),
                new LocationTable(database, clock),
                new StockTable(database),
                new OrderTable(database),
                new SummaryTable(database),
                new FileTable(database),
                new Trail(database, ground.audit()),
                ground.events(),
                clock);
        this.categories = new CategoryService(core);
        this.locations = new LocationService(core);
        this.stock = new StockService(core);
        this.parts = new PartService(core, categories);
        this.orders = new OrderService(core, stock);
        this.search = new PartSearch(core, new PartIndex(database), orders);
        var imageFiles = new KeptFiles(ground.folder().images());
        var sheetFiles = new KeptFiles(ground.folder().datasheets());
        this.images = new ImageService(core, imageFiles);
        this.datasheets = new DatasheetService(core, sheetFiles);
        this.archive = new ArchiveService(core, new Export(database, core.parts()), ground.backup(), ground.folder());
        this.scanCodes = new ScanCodes(core);
        this.edge = new InventoryEdgeFeature(ground, core, this);
        var works = new InventoryWorks(
                core,
                new Upkeep(database),
                edge.enrichment(),
                locations,
                search,
                ground.backup(),
                ground.folder().path().resolve("backups"),
                List.of(imageFiles, sheetFiles));
        this.tasks = new InventoryTasks(
                core, ground.tasks(), works.all(), ground.settings().flag("GEMBA_RATE_LIMITS", true));
    }

    public PartService parts() {
        return parts;
    }

    public PartSearch search() {
        return search;
    }

    public StockService stock() {
        return stock;
    }

    public CategoryService categories() {
        return categories;
    }

    public LocationService locations() {
        return locations;
    }

    public OrderService orders() {
        return orders;
    }

    public ImageService images() {
        return images;
    }

    public ArchiveService archive() {
        return archive;
    }

    public DatasheetService datasheets() {
        return datasheets;
    }

    public InventoryTasks tasks() {
        return tasks;
    }

    public ScanCodes scanCodes() {
        return scanCodes;
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        var screens = new ArrayList<>(new InventoryScreens(this).screens(desk));
        screens.addAll(edge.screens(desk));
        return screens;
    }

    @Override
    public List<Action> actions(Desk desk) {
        return new InventoryScreens(this).actions(desk);
    }

    @Override
    public List<SearchProvider> searchProviders(Desk desk) {
        return new InventoryScreens(this).searchProviders(desk);
    }

    /// Order files, suppliers, labels, language models.
    public InventoryEdgeFeature edge() {
        return edge;
    }

    @Override
    public String id() {
        return "inventory";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        var kinds = new ArrayList<TaskKind<?>>(edge.taskKinds());
        kinds.addAll(tasks.kinds());
        return kinds;
    }

    @Override
    public List<SocketRoute> sockets() {
        var made = new TaskSockets(tasks, ground.events(), ground.clock());
        sockets = made;
        return made.routes();
    }

    /// Fills an empty inventory with the store room of the demo factory.
    ///
    /// @param shift by how many days the story's dates are moved
    public void loadDemo(long shift) {
        new DemoInventory(core, ground.zone().get(), shift).load();
    }

    /// Looks every night whether stock and ledger agree.
    @Override
    public void start() {
        ground.tasks()
                .get()
                .daily(
                        "inventory.audit",
                        () -> List.of(AUDIT),
                        ground.zone(),
                        () -> tasks.start(TaskType.INVENTORY_AUDIT));
    }

    @Override
    public void stop() {
        if (sockets != null) sockets.close();
    }

    @Override
    public List<Route> routes() {
        var routes = new ArrayList<Route>();
        routes.addAll(new PartRoutes(parts, search).routes());
        routes.addAll(new CategoryRoutes(categories).routes());
        routes.addAll(new LocationRoutes(locations).routes());
        routes.addAll(TaskRoutes.of(tasks, new TaskRights(tasks, edge.enrichment(), ground.clock())));
        var json = Json.of(ApiFamily.INVENTORY, ground.zone().get());
        routes.addAll(new UtilityRoutes(archive, images, json, ground.clock()).routes());
        routes.addAll(edge.routes());
        return routes;
    }
}
