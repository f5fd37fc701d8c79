package org.gemba.planning.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.IntegrationService;
import org.gemba.planning.SyncRun;
import org.gemba.planning.channel.Channel;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// `/api/integrations`.
public final class IntegrationRoutes {
    private static final Pattern SYNC = Pattern.compile("sync-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Duration USUAL_TIME = Duration.ofMinutes(2);
    private static final List<String> TYPES = List.of("incremental", "full");

    private final IntegrationService service;
    private final Clock clock;

    private IntegrationRoutes(IntegrationService service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    record StoreRow(String storeId, String url, String status) {}

    record Row(
            String id,
            String name,
            String type,
            String status,
            @Nullable Instant lastSync,
            String health,
            Map<String, Object> configuration,
            List<StoreRow> stores,
            @Nullable String missingSetting,
            @Nullable String lastProblem) {}

    record Listed(List<Row> integrations) {}

    record Rate(long remaining, Instant resetAt) {}

    record Probe(String endpoint, String status, long responseTime) {}

    record Tested(
            String connectionStatus,
            long responseTime,
            @Nullable String apiVersion,
            @Nullable Rate rateLimit,
            List<Probe> testResults,
            @Nullable String problem) {}

    record Range(LocalDate startDate, LocalDate endDate) {}

    record SyncBody(
            @Nullable String syncType,
            @Nullable Range dateRange,
            @Nullable List<String> entities) {}

    record Started(String syncId, String status, Instant estimatedCompletion) {}

    record Run(
            String syncId,
            String integrationId,
            String syncType,
            List<String> entities,
            String status,
            int orderLines,
            int stockLevels,
            int productsListed,
            List<String> unknownSkus,
            @Nullable String problem,
            Instant startedAt,
            @Nullable Instant completedAt) {}

    public static List<Route> of(IntegrationService service, Clock clock) {
        var routes = new IntegrationRoutes(service, clock);
        return List.of(
                Route.get(ApiFamily.PLANNING, "/api/integrations", "Shops and books, and how they are")
                        .needs(Permission.PLANNING_READ)
                        .answers(Listed.class)
                        .handle(call -> new Listed(service.list(call.caller()).stream()
                                .map(IntegrationRoutes::row)
                                .toList())),
                Route.get(ApiFamily.PLANNING, "/api/integrations/sync/{sync_id}", "How a reading went")
                        .needs(Permission.PLANNING_READ)
                        .pathParameter("sync_id", "sync-…")
                        .answers(Run.class)
                        .handle(routes::run),
                Route.post(ApiFamily.PLANNING, "/api/integrations/{integration_id}/test", "Whether it answers")
                        .needs(Permission.INTEGRATIONS_WRITE)
                        .perMinute(10)
                        .pathParameter("integration_id", "as the list names it")
                        .answers(Tested.class)
                        .handle(routes::test),
                Route.post(ApiFamily.PLANNING, "/api/integrations/{integration_id}/sync", "Begin to read")
                        .needs(Permission.INTEGRATIONS_WRITE)
                        .pathParameter("integration_id", "as the list names it")
                        .takes(SyncBody.class)
                        .answers(Started.class)
                        .status(202)
                        .handle(routes::sync));
    }

    private static Row row(IntegrationService.State state) {
        var channel = state.channel();
        var configuration = new LinkedHashMap<String, Object>(channel.configuration());
        configuration.put("sync_frequency", "on request");
        var status = word(state.connection());
        var last = state.lastRun();
        return new Row(
                channel.id(),
                channel.name(),
                channel.type(),
                status,
                state.lastSync(),
                word(state.health()),
                configuration,
                channel.stores().stream()
                        .map(store -> new StoreRow(store.id(), store.url(), status))
                        .toList(),
                state.missing().isEmpty() ? null : state.missing(),
                last == null ? null : last.problem());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private Object test(Call call) {
        var test = service.test(call.caller(), call.path("integration_id"));
        var tested = test.tested();
        return new Tested(
                test.isGood() ? "success" : "failed",
                test.millis(),
                tested == null ? null : tested.version(),
                tested == null || tested.rate() == null ? null : rate(tested.rate()),
                tested == null
                        ? List.of()
                        : tested.probes().stream()
                                .map(probe -> new Probe(
                                        probe.endpoint(), probe.isGood() ? "success" : "failed", probe.millis()))
                                .toList(),
                test.problem().isEmpty() ? null : test.problem());
    }

    private static Rate rate(Channel.RateState state) {
        return new Rate(state.remaining(), state.resetAt());
    }

    private Object sync(Call call) {
        var body = call.body(SyncBody.class);
        var type = body.syncType() == null ? "incremental" : body.syncType();
        if (!TYPES.contains(type)) call.fault(FieldError.body("sync_type", type, new Rule.OneOf(TYPES)));
        if (type.equals("full") && body.dateRange() == null) {
            call.fault(FieldError.body("date_range", null, new Rule.Required()));
        }
        call.checked();
        var range = body.dateRange();
        var days = type.equals("incremental") || range == null
                ? null
                : new IntegrationService.Days(range.startDate(), range.endDate());
        var sync = service.sync(call.caller(), call.path("integration_id"), days, body.entities());
        return Answer.status(
                202, new Started("sync-" + sync, "started", clock.instant().plus(USUAL_TIME)));
    }

    private Object run(Call call) {
        var text = call.path("sync_id");
        var match = SYNC.matcher(text);
        if (!match.matches()) throw new AppError.NotFound("Sync", text);
        return run(service.find(call.caller(), UUID.fromString(match.group(1))));
    }

    private static Run run(SyncRun run) {
        return new Run(
                "sync-" + run.id(),
                run.integration(),
                word(run.kind()),
                run.entities(),
                word(run.status()),
                run.lines(),
                run.levels(),
                run.listed(),
                run.unmatched(),
                run.problem(),
                run.startedAt(),
                run.finishedAt());
    }
}
