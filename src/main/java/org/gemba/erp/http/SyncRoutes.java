package org.gemba.erp.http;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncService;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// The five routes below `/api/sync`.
public final class SyncRoutes {
    private static final int MOST_HISTORY = 100;
    private static final int DEFAULT_HISTORY = 10;

    private final SyncService sync;
    private final Supplier<ZoneId> zone;

    private SyncRoutes(SyncService sync, Supplier<ZoneId> zone) {
        this.sync = sync;
        this.zone = zone;
    }

    record Trigger(
            @Nullable Integer daysBack,
            @Nullable Integer chunkDays,
            @Nullable Boolean forceFull,
            @Nullable Boolean force) {}

    record Started(String status, int daysBack) {}

    record Config(
            boolean autoSyncEnabled, List<String> autoSyncSchedule, int autoSyncDays, int manualSyncDefaultDays) {}

    record ConfigChange(
            @Nullable Boolean autoSyncEnabled,
            @Nullable Integer autoSyncDays,
            @Nullable Integer manualSyncDefaultDays) {}

    record Done(String status) {}

    record Status(
            boolean isRunning,
            int progress,
            String currentTask,
            @Nullable LocalDateTime lastSync,
            @Nullable Long recordsSynced,
            String status,
            String phase,
            String message,
            @Nullable LocalDateTime startedAt,
            @Nullable LocalDateTime finishedAt,
            @Nullable Integer daysBack,
            @Nullable String error) {}

    record Past(
            LocalDateTime startedAt,
            @Nullable LocalDateTime finishedAt,
            String status,
            int daysBack,
            long recordsSynced,
            @Nullable String errorMessage) {}

    public static List<Route> of(SyncService sync, Supplier<ZoneId> zone) {
        var routes = new SyncRoutes(sync, zone);
        return List.of(
                Route.post(ApiFamily.MTO, "/api/sync/trigger", "Start a synchronisation from the ERP")
                        .needs(Permission.SYNC_WRITE)
                        .perMinute(2)
                        .takes(Trigger.class)
                        .answers(Started.class)
                        .handle(routes::trigger),
                Route.get(ApiFamily.MTO, "/api/sync/status", "Where the synchronisation stands")
                        .needs(Permission.MTO_READ)
                        .perMinute(30)
                        .answers(Status.class)
                        .handle(call -> routes.status()),
                Route.get(ApiFamily.MTO, "/api/sync/config", "When synchronisation starts by itself")
                        .needs(Permission.MTO_READ)
                        .answers(Config.class)
                        .handle(call -> routes.config()),
                Route.put(ApiFamily.MTO, "/api/sync/config", "Change when synchronisation starts by itself")
                        .needs(Permission.SYNC_WRITE)
                        .takes(ConfigChange.class)
                        .answers(Done.class)
                        .handle(routes::configure),
                Route.get(ApiFamily.MTO, "/api/sync/history", "The last synchronisations")
                        .needs(Permission.MTO_READ)
                        .query("limit", "integer", "1 to 100, default 10")
                        .answers(Past.class)
                        .handle(routes::history));
    }

    private Object trigger(Call call) {
        var body = call.body(Trigger.class);
        int daysBack = body.daysBack() == null ? sync.config().manualDays() : body.daysBack();
        int chunkDays = body.chunkDays() == null ? SyncService.DEFAULT_CHUNK_DAYS : body.chunkDays();
        boolean force = Boolean.TRUE.equals(body.forceFull()) || Boolean.TRUE.equals(body.force());
        sync.trigger(call.caller(), daysBack, chunkDays, force);
        return new Started("sync_started", daysBack);
    }

    private Status status() {
        var now = sync.status();
        var run = now.run();
        var word = now.running() ? "running" : run == null ? "idle" : word(run);
        return new Status(
                now.running(),
                now.progress(),
                run != null && run.status() == SyncRun.Status.COMPLETED && !now.running()
                        ? "Sync completed"
                        : now.message(),
                now.lastGood() == null ? null : local(now.lastGood()),
                run == null ? null : (Long) run.documents(),
                word,
                now.phase(),
                now.message(),
                run == null ? null : local(run.startedAt()),
                run == null || run.finishedAt() == null ? null : local(run.finishedAt()),
                run == null ? null : (Integer) run.daysBack(),
                run == null ? null : run.problem());
    }

    private Config config() {
        var config = sync.config();
        return new Config(
                config.automatic(),
                config.schedule().stream().map(LocalTime::toString).toList(),
                config.automaticDays(),
                config.manualDays());
    }

    private Object configure(Call call) {
        var change = call.body(ConfigChange.class);
        sync.configure(
                call.caller(), change.autoSyncEnabled(), null, change.autoSyncDays(), change.manualSyncDefaultDays());
        return new Done("config_updated");
    }

    private Object history(Call call) {
        int limit = call.queryInt("limit", DEFAULT_HISTORY, 1, MOST_HISTORY);
        call.checked();
        return sync.history(limit).stream()
                .map(run -> new Past(
                        local(run.startedAt()),
                        run.finishedAt() == null ? null : local(run.finishedAt()),
                        word(run),
                        run.daysBack(),
                        run.documents(),
                        run.problem()))
                .toList();
    }

    private static String word(SyncRun run) {
        return run.status().name().toLowerCase(Locale.ROOT);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), zone.get());
    }
}
