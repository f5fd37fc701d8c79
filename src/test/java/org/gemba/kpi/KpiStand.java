package org.gemba.kpi;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.Tasks;
import org.gemba.web.Route;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;
import org.jspecify.annotations.Nullable;

/// The KPI feature on a real database, with two clients whose days differ: when the stand starts it is Monday,
/// 15 December 2025, nine in the evening at BOOT-LINE-A in Mexico City, and Tuesday, eleven in the morning at
/// SOCK-FAC-B in Shanghai.
public final class KpiStand implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final LocalDate BOOT_TODAY = LocalDate.of(2025, 12, 15);
    public static final LocalDate SOCK_TODAY = LocalDate.of(2025, 12, 16);
    public static final String BOOT = "BOOT-LINE-A";
    public static final String SOCK = "SOCK-FAC-B";
    public static final Instant NOW = Instant.parse("2025-12-16T03:00:00Z");

    public final Events events = new Events();
    public final Database database;
    public final KpiFeature feature;
    public final KpiFiguresFeature figures;
    private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOW));
    private final Tasks tasks;
    private final BlockingQueue<TaskChanged> changes = new LinkedBlockingQueue<>();

    public KpiStand(Path folder) {
        this(TestDatabase.open(folder));
        feature.clients().create(Caller.system(), new NewClient(BOOT, "Boot line", null, "America/Mexico_City", null));
        feature.clients().create(Caller.system(), new NewClient(SOCK, "Sock factory", null, "Asia/Shanghai", null));
    }

    /// Over a database as it is, without clients of the stand's own.
    public static KpiStand empty(Database database) {
        return new KpiStand(database);
    }

    KpiStand(Database database) {
        this.database = database;
        var built = new Tasks[1];
        feature = new KpiFeature(new KpiFeature.Ground(
                database,
                () -> built[0],
                events,
                new Audit(clock),
                id -> Optional.of((int) id.getLeastSignificantBits()),
                clock,
                () -> ZONE));
        figures = new KpiFiguresFeature(new KpiFiguresFeature.Ground(
                database,
                () -> built[0],
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.empty()),
                new Texts(List.of("kpi")),
                clock,
                null));
        var kinds = Stream.concat(feature.taskKinds().stream(), figures.taskKinds().stream())
                .toList();
        tasks = new Tasks(database, events, clock, kinds);
        built[0] = tasks;
        events.on(TaskChanged.class, changes::add);
        tasks.start();
        feature.start();
        figures.start();
    }

    /// Whose token is `leader_dataconfig:BOOT-LINE-A`, with more clients after commas; `poweruser:` has none and sees
    /// all.
    public static Caller caller(String token) {
        try {
            var parts = token.split(":", -1);
            var role = Role.valueOf(parts[0].toUpperCase(Locale.ROOT));
            var clients = Arrays.stream(parts[1].split(",", -1))
                    .filter(client -> !client.isEmpty())
                    .toList();
            return caller(role, clients);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new AppError.Unauthenticated("Could not validate credentials");
        }
    }

    static Caller caller(Role role, List<String> clients) {
        var subject = new UUID(0, role.ordinal() + 1L + 10L * (clients.contains(SOCK) ? 1 : 0));
        return new Caller(
                subject.toString(),
                role.name().toLowerCase(Locale.ROOT),
                role,
                RolePermissions.of(role),
                Set.of(ApiFamily.values()),
                clients,
                null);
    }

    public static Caller operator(String client) {
        return caller(Role.OPERATOR_DATAENTRY, List.of(client));
    }

    public static Caller leader(String... clients) {
        return caller(Role.LEADER_DATACONFIG, List.of(clients));
    }

    /// Of both halves.
    public List<Route> routes() {
        return Stream.concat(feature.routes().stream(), figures.routes().stream())
                .toList();
    }

    public TestServer server() {
        var settings = new WebSettings("127.0.0.1", 0, Set.of(), Set.of(), Set.of(), false, ZONE, false);
        return TestServer.with(settings, routes(), (token, family) -> caller(token), clock);
    }

    public WorkOrder order(String client, String number, @Nullable String cycleTime) {
        return feature.workOrders().create(leader(client), plan(client, number, cycleTime));
    }

    public static NewWorkOrder plan(String client, String number, @Nullable String cycleTime) {
        return new NewWorkOrder(
                number,
                client,
                "ROPER-BOOT",
                500,
                LocalDate.of(2025, 12, 1),
                null,
                null,
                null,
                null,
                cycleTime == null ? null : new BigDecimal(cycleTime),
                null,
                null,
                null,
                null);
    }

    /// The entry of the document's example on a day.
    public static NewEntry entry(String number, LocalDate day) {
        return entry(number, day, ShiftType.SHIFT_1ST);
    }

    public static NewEntry entry(String number, LocalDate day, ShiftType shift) {
        return new NewEntry(
                number, null, null, day, shift, "SEWING", 100, 2, new BigDecimal("8.5"), 10, 9, null, 0, null);
    }

    public Batch awaitEnd(Caller caller, String batchId) {
        while (true) {
            var batch = feature.batches().status(caller, batchId);
            if (batch.status() == BatchStatus.COMPLETED || batch.status() == BatchStatus.FAILED) return batch;
            try {
                if (changes.poll(20, TimeUnit.SECONDS) == null) throw new AssertionError("the batch does not move");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        tasks.close();
        feature.stop();
        database.close();
    }
}
