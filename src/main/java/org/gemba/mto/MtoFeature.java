package org.gemba.mto;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.erp.ErpDocuments;
import org.gemba.erp.SyncFinished;
import org.gemba.fx.Desk;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.Part;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.action.Action;
import org.gemba.mto.cache.QueryHistory;
import org.gemba.mto.data.QueryCounts;
import org.gemba.mto.http.MtoRoutes;
import org.gemba.mto.ui.MtoScreens;
import org.gemba.platform.Feature;
import org.gemba.platform.Threads;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.print.Reports;
import org.gemba.platform.tasks.TaskContext;
import org.gemba.platform.tasks.TaskKind;
import org.gemba.web.HttpFeature;
import org.gemba.web.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires the MTO feature.
public final class MtoFeature implements Feature, HttpFeature, DesktopFeature {
    private static final Logger LOG = LoggerFactory.getLogger(MtoFeature.class);

    /// What a warming task is to do.
    public record WarmOrder(int count, boolean useHot) {}

    private final MtoSettings settings;
    private final QueryHistory history;
    private final MtoService service;
    private final MtoTraveller traveller;
    private final TaskKind<WarmOrder> warming =
            TaskKind.once("mto.warm", WarmOrder.class, TaskKind.Overlap.REFUSED, this::warm);
    private final Events events;
    private final Texts texts;
    private final Supplier<ZoneId> zone;

    /// @param zone the factory's zone
    public MtoFeature(
            ErpDocuments erp,
            Database database,
            Events events,
            SettingsSource source,
            Texts texts,
            Clock clock,
            Supplier<ZoneId> zone) {
        this.settings = MtoSettings.read(source);
        this.history = new QueryHistory(new QueryCounts(database), clock);
        this.service = new MtoService(erp, history, settings, clock, zone);
        this.traveller = new MtoTraveller(new Reports(), texts, zone);
        this.events = events;
        this.texts = texts;
        this.zone = zone;
    }

    public MtoService service() {
        return service;
    }

    public MtoTraveller traveller() {
        return traveller;
    }

    @Override
    public String id() {
        return "mto";
    }

    @Override
    public List<Route> routes() {
        return MtoRoutes.of(service, texts, zone.get());
    }

    @Override
    public List<ScreenSpec> screens(Desk desk) {
        return new MtoScreens(service, traveller).screens(desk);
    }

    @Override
    public List<Part> homeTiles(Desk desk) {
        return new MtoScreens(service, traveller).homeTiles(desk);
    }

    @Override
    public List<Action> actions(Desk desk) {
        return new MtoScreens(service, traveller).actions(desk);
    }

    @Override
    public List<SearchProvider> searchProviders(Desk desk) {
        return new MtoScreens(service, traveller).searchProviders(desk);
    }

    @Override
    public List<TaskKind<?>> taskKinds() {
        return List.of(warming);
    }

    /// Loading MTOs into memory, as a task that the desktop can start and see.
    public TaskKind<WarmOrder> warming() {
        return warming;
    }

    private String warm(WarmOrder order, TaskContext context) {
        var result = service.warm(Caller.system(), order.count(), order.useHot(), (done, of) -> {
            context.checkCancelled();
            context.progress(done * 100 / of, "warm", done + " / " + of);
        });
        return "warmed " + result.warmed() + ", failed " + result.failed();
    }

    /// Warms in the background: the program answers before the ERP does.
    @Override
    public void start() {
        events.on(SyncFinished.class, finished -> service.forgetAll());
        if (settings.warmOnStart()) Threads.start("mto-warm", this::warmAtStart);
    }

    @Override
    public void stop() {
        history.close();
    }

    private void warmAtStart() {
        try {
            var system = Caller.system();
            boolean useHot = !service.hot(system, 1).mtoNumbers().isEmpty();
            var result = service.warm(system, settings.warmCount(), useHot, (done, of) -> {});
            LOG.info("warmed {} MTOs, {} failed", result.warmed(), result.failed());
        } catch (AppError e) {
            LOG.info("nothing warmed: {}", e.getMessage());
        }
    }
}
