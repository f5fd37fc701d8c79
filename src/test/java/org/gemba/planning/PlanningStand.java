package org.gemba.planning;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;

/// The planning feature on a real database, from Monday, 2 March 2026, ten in the morning in Shanghai.
public final class PlanningStand implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final Instant START = Instant.parse("2026-03-02T02:00:00Z");

    public final Events events = new Events();
    public final Database database;
    public final PlanningFeature feature;
    public final PlanningFiguresFeature figures;
    public final Tasks tasks;
    final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), START));
    private final BlockingQueue<TaskChanged> changes = new LinkedBlockingQueue<>();

    private final Outbound outbound = new Outbound(new SimpleMeterRegistry(), "test");

    public PlanningStand(Path folder) {
        this(folder, Map.of());
    }

    /// @param settings by name
    public PlanningStand(Path folder, Map<String, String> settings) {
        database = TestDatabase.open(folder);
        var built = new Tasks[1];
        var source = new SettingsSource(name -> Optional.ofNullable(settings.get(name)));
        feature = new PlanningFeature(
                database, () -> built[0], events, new Audit(clock), source, outbound, clock, () -> ZONE);
        figures = new PlanningFiguresFeature(
                database, () -> built[0], events, new Audit(clock), new Texts(List.of("planning")), clock, () -> ZONE);
        tasks = new Tasks(
                database,
                events,
                clock,
                Stream.concat(feature.taskKinds().stream(), figures.taskKinds().stream())
                        .toList());
        built[0] = tasks;
        events.on(TaskChanged.class, changes::add);
        tasks.start();
        feature.start();
    }

    public static Caller caller(Role role) {
        return new Caller(
                new UUID(0, role.ordinal() + 1L).toString(),
                role.name().toLowerCase(Locale.ROOT),
                role,
                RolePermissions.of(role),
                Set.of(ApiFamily.values()),
                List.of(),
                null);
    }

    public static Caller manager() {
        return caller(Role.LEADER_DATACONFIG);
    }

    /// Its tokens are the names of roles in lower case.
    public TestServer server() {
        var settings = new WebSettings("127.0.0.1", 0, Set.of(), Set.of(), Set.of(), false, ZONE, false);
        return TestServer.with(
                settings,
                Stream.concat(feature.routes().stream(), figures.routes().stream())
                        .toList(),
                (token, family) -> {
                    try {
                        return caller(Role.valueOf(token.toUpperCase(Locale.ROOT)));
                    } catch (IllegalArgumentException e) {
                        throw new AppError.Unauthenticated("Could not validate credentials");
                    }
                },
                clock);
    }

    public Product product(String sku, String type, String price) {
        return feature.products()
                .add(
                        manager(),
                        new NewProduct(
                                "GABA " + type + " " + sku,
                                sku,
                                type,
                                "UK",
                                new BigDecimal("15.50"),
                                new BigDecimal(price),
                                3));
    }

    public Resource resource(String name, int perHour, String... capabilities) {
        return feature.resources()
                .add(
                        manager(),
                        new NewResource(
                                name,
                                null,
                                BigDecimal.valueOf(perHour),
                                BigDecimal.valueOf(125),
                                true,
                                List.of(capabilities),
                                "UK_Facility",
                                null,
                                null));
    }

    /// Waits for the end of a task.
    public TaskRecord end(UUID task) throws InterruptedException {
        while (true) {
            var now = tasks.find(task).orElseThrow();
            if (now.state().isOver()) return now;
            changes.poll(20, TimeUnit.SECONDS);
        }
    }

    /// Waits until some task changed, for at most a quarter of a second.
    public void awaitChange() throws InterruptedException {
        changes.poll(250, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        figures.stop();
        feature.stop();
        tasks.close();
        outbound.close();
        database.close();
    }
}
