package org.gemba.erp;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.gemba.erp.data.Balances;
import org.gemba.erp.data.DocumentStore;
import org.gemba.erp.data.SearchIndex;
import org.gemba.erp.data.SyncTables;
import org.gemba.erp.http.SyncRoutes;
import org.gemba.erp.sync.SyncOrder;
import org.gemba.erp.sync.SyncWork;
import org.gemba.platform.Feature;
import org.gemba.platform.Threads;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsChanged;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.TaskKind.Overlap;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the ERP.
public final class ErpFeature implements Feature, HttpFeature {
    private final ExecutorService threads = Threads.virtual("erp");
    private final ErpService service;
    private final SyncService sync;
    private final SearchIndex index;
    private final Events events;
    private final Supplier<ZoneId> zone;
    private final TaskKind<SyncOrder> kind;

    /// @param tasks the engine, asked for only after the start
    public ErpFeature(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            Outbound outbound,
            SettingsSource source,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.events = events;
        this.zone = zone;
        this.index = new SearchIndex(database);
        var settings = ErpSettings.from(source);
        var store = new DocumentStore(database, settings.plainPrefix());
        var tables = new SyncTables(database, audit);
        this.service = new ErpService(
                () -> ErpSettings.from(source), outbound, threads, store, index, new Balances(database), events, clock);
        var work = new SyncWork(service::connection, store, tables, events, clock, zone, threads);
        this.kind = TaskKind.once("erp.sync", SyncOrder.class, Overlap.REFUSED, work::run);
        this.sync = new SyncService(service, tables, kind, tasks, zone, clock);
    }

    public ErpService service() {
        return service;
    }

    public SyncService sync() {
        return sync;
    }

    @Override
    public String id() {
        return "erp";
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(kind);
    }

    @Override
    public List<Route> routes() {
        return SyncRoutes.of(sync, zone);
    }

    @Override
    public void start() {
        events.on(SyncFinished.class, finished -> index.forget());
        events.on(SettingsChanged.class, changed -> {
            if (changed.names().stream().anyMatch(name -> name.startsWith("KINGDEE_"))) service.reconnect();
        });
        sync.start();
    }

    @Override
    public void stop() {
        threads.shutdownNow();
    }
}
