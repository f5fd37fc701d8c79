package org.gemba.erp.http;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.erp.SyncConfig;
import org.gemba.erp.SyncConfigChange;
import org.gemba.erp.SyncRun;
import org.gemba.erp.SyncService;
import org.gemba.erp.SyncStatus;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// The Sync Management chapter of the MTO document. Times are local to the factory, without a zone.
public final class SyncRoutes {
    private static final int DEFAULT_DAYS = 90;
    private static final int DEFAULT_CHUNK = 7;

    private final SyncService service;

    private SyncRoutes(SyncService service) {
        this.service = service;
    }

    public static List<Route> of(SyncService service) {
        var routes = new SyncRoutes(service);
        return List.of(
                Route.post(ApiFamily.MTO, "/api/sync/trigger", "Start a synchronisation with the ERP")
                        .needs(Permission.SYNC_WRITE)
                        .perMinute(2)
                        .takes(Trigger.class)
                        .answers(Started.class)
                        .handle(routes::trigger),
                Route.get(ApiFamily.MTO, "/api/sync/status", "How far the synchronisation is")
                        .needs(Permission.MTO_READ)
                        .perMinute(30)
                        .answers(Status.class)
                        .handle(call -> Status.of(service.status(call.caller()), service.zone())),
                Route.get(ApiFamily.MTO, "/api/sync/config", "When and how far back it synchronises")
                        .needs(Permission.MTO_READ)
                        .answers(Config.class)
                        .handle(call -> Config.of(service.config(call.caller()))),
                Route.put(ApiFamily.MTO, "/api/sync/config", "Change when and how far back it synchronises")
                        .needs(Permission.SYNC_WRITE)
                        .takes(ConfigChange.class)
                        .answers(Done.class)
                        .handle(routes::configure),
                Route.get(ApiFamily.MTO, "/api/sync/history", "The last synchronisations")
                        .needs(Permission.MTO_READ)
                        .query("limit", "integer", "1 to 100, default 10")
                        .answers(Run.class)
                        .handle(routes::history));
    }

    private Object trigger(Call call) {
        var body = call.body(Trigger.class);
        int days = body.daysBack() == null ? DEFAULT_DAYS : body.daysBack();
        int chunk = body.chunkDays() == null ? DEFAULT_CHUNK : body.chunkDays();
        service.trigger(call.caller(), days, chunk, Boolean.TRUE.equals(body.forceFull()));
        return new Started("sync_started", days);
    }

    private Object configure(Call call) {
        var body = call.body(ConfigChange.class);
        service.updateConfig(
                call.caller(), new SyncConfigChange(body.autoEnabled(), null, body.autoDays(), body.manualDays()));
        return new Done("config_updated");
    }

    private Object history(Call call) {
        int limit = call.queryInt("limit", 10, 1, 100);
        call.checked();
        return service.history(call.caller(), limit).stream()
                .map(run -> Run.of(run, service.zone()))
                .toList();
    }

    private static @Nullable String local(@Nullable Instant instant, ZoneId zone) {
        if (instant == null) return null;
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(instant, zone).withNano(0));
    }

    record Trigger(
            @JsonProperty("days_back") @Nullable Integer daysBack,
            @JsonProperty("chunk_days") @Nullable Integer chunkDays,

            @JsonProperty("force_full") @JsonAlias("force") @Nullable
            Boolean forceFull) {}

    record Started(String status, @JsonProperty("days_back") int daysBack) {}

    record Done(String status) {}

    record ConfigChange(
            @JsonProperty("auto_sync_enabled") @Nullable Boolean autoEnabled,
            @JsonProperty("auto_sync_days") @Nullable Integer autoDays,

            @JsonProperty("manual_sync_default_days") @Nullable
            Integer manualDays) {}

    record Config(
            @JsonProperty("auto_sync_enabled") boolean autoEnabled,
            @JsonProperty("auto_sync_schedule") List<String> schedule,
            @JsonProperty("auto_sync_days") int autoDays,
            @JsonProperty("manual_sync_default_days") int manualDays) {
        static Config of(SyncConfig config) {
            return new Config(
                    config.autoEnabled(),
                    config.schedule().stream().map(Object::toString).toList(),
                    config.autoDays(),
                    config.manualDays());
        }
    }

    record Status(
            @JsonProperty("is_running") boolean isRunning,
            int progress,
            @JsonProperty("current_task") @Nullable String currentTask,
            @JsonProperty("last_sync") @Nullable String lastSync,
            @JsonProperty("records_synced") @Nullable Long recordsSynced,
            String status,
            String phase,
            @Nullable String message,
            @JsonProperty("started_at") @Nullable String startedAt,
            @JsonProperty("finished_at") @Nullable String finishedAt,
            @JsonProperty("days_back") @Nullable Integer daysBack,
            @Nullable String error) {
        static Status of(SyncStatus now, ZoneId zone) {
            var last = now.last();
            var lastGood = local(now.lastGood(), zone);
            if (now.running()) return running(now, lastGood, zone);
            if (last == null)
                return new Status(false, 0, null, lastGood, null, "idle", "idle", null, null, null, null, null);
            var words = words(last);
            return new Status(
                    false,
                    last.status() == SyncRun.Status.COMPLETED || last.status() == SyncRun.Status.PARTIAL ? 100 : 0,
                    words,
                    lastGood,
                    last.documents(),
                    last.status().word(),
                    "done",
                    words + (last.status() == SyncRun.Status.COMPLETED ? " successfully" : ""),
                    local(last.startedAt(), zone),
                    local(last.finishedAt(), zone),
                    last.daysBack(),
                    last.error());
        }

        private static Status running(SyncStatus now, @Nullable String lastGood, ZoneId zone) {
            var last = now.last();
            var progress = now.progress();
            return new Status(
                    true,
                    progress == null ? 0 : progress.percent(),
                    progress == null ? "Sync is starting" : progress.message(),
                    lastGood,
                    progress == null ? 0 : progress.documents(),
                    "running",
                    progress == null ? "init" : progress.phase(),
                    progress == null ? "Sync is starting" : progress.message(),
                    last == null ? null : local(last.startedAt(), zone),
                    null,
                    last == null ? null : last.daysBack(),
                    null);
        }

        private static String words(SyncRun run) {
            return switch (run.status()) {
                case COMPLETED -> "Sync completed";
                case PARTIAL -> "Sync completed in part";
                case FAILED -> "Sync failed";
                case CANCELLED -> "Sync cancelled";
                case RUNNING -> "Sync is running";
            };
        }
    }

    record Run(
            @JsonProperty("started_at") String startedAt,
            @JsonProperty("finished_at") @Nullable String finishedAt,
            String status,
            @JsonProperty("days_back") int daysBack,
            @JsonProperty("records_synced") long recordsSynced,
            @JsonProperty("error_message") @Nullable String errorMessage) {
        static Run of(SyncRun run, ZoneId zone) {
            return new Run(
                    java.util.Objects.requireNonNull(local(run.startedAt(), zone)),
                    local(run.finishedAt(), zone),
                    run.status().word(),
                    run.daysBack(),
                    run.documents(),
                    run.error());
        }
    }
}
