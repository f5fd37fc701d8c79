package org.gemba.erp;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gemba.erp.http.SyncRoutes;
import org.gemba.erp.sync.SyncTask;
import org.gemba.erp.ui.ErpScreens;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.ScreenSpec;
import org.gemba.platform.Feature;
import org.gemba.platform.Threads;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.health.HealthPart;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;

/// Wires the ERP feature.
public final class ErpFeature implements Feature, HttpFeature, DesktopFeature {
    private static final int SECONDS_BETWEEN_PROBES = 60;

    private final ErpConnection connection;
    private final ErpDocuments documents;
    private final StoredAndLiveCustomers customers;
    private final SyncTask work;
    private final SyncService sync;
    private final java.util.concurrent.ScheduledExecutorService prober = Threads.scheduled("erp-prober");

    /// @param tasks the engine, which is built after the features, because it needs their kinds of work
    /// @param zone the factory's zone
    public ErpFeature(
            Database database,
            Supplier<Tasks> tasks,
            Events events,
            Audit audit,
            SettingsSource settings,
            Outbound outbound,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.connection = new ErpConnection(settings, outbound, events, clock);
        this.documents = new StoredAndLiveDocuments(connection, database, clock);
        this.customers = new StoredAndLiveCustomers(connection, database);
        this.work = new SyncTask(connection, database, events, clock, zone);
        this.sync = new SyncService(connection, database, work, tasks, events, audit, clock, zone);
    }

    public ErpDocuments documents() {
        return documents;
    }

    /// Customers and their orders, for tracking.
    public CustomerDocuments customers() {
        return customers;
    }

    public ErpConnection connection() {
        return connection;
    }

    public SyncService sync() {
        return sync;
    }

    @Override
    public String id() {
        return "erp";
    }

    @Override
    public List<HealthPart> health() {
        return List.of(new HealthPart("erp", () -> switch (connection.state().status()) {
            case NOT_CONFIGURED -> HealthPart.State.NOT_CONFIGURED;
            case UNKNOWN -> HealthPart.State.UNKNOWN;
            case ONLINE -> HealthPart.State.HEALTHY;
            case OFFLINE, LOGIN_REFUSED -> HealthPart.State.UNHEALTHY;
        }));
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(sync.kind());
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        return ErpScreens.screens(desk, sync, connection);
    }

    @Override
    public List<Route> routes() {
        return SyncRoutes.of(sync);
    }

    /// Call before the task engine starts, so that runs that were cut off are told from those that go on.
    @Override
    public void start() {
        sync.start();
        prober.scheduleWithFixedDelay(this::probe, 0, SECONDS_BETWEEN_PROBES, TimeUnit.SECONDS);
    }

    /// The first call of all costs seconds, so it is made before somebody waits for it; afterwards only an ERP that
    /// could not be reached is asked whether it is back.
    private void probe() {
        if (connection.state().isOnline()) return;
        connection.probe();
    }

    @Override
    public void stop() {
        prober.shutdownNow();
        connection.close();
        customers.close();
        work.close();
    }
}
