package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.gemba.kpi.data.AttendanceTable;
import org.gemba.kpi.data.ClientTable;
import org.gemba.kpi.data.DowntimeTable;
import org.gemba.kpi.data.EntryTable;
import org.gemba.kpi.data.HoldTable;
import org.gemba.kpi.data.InspectionTable;
import org.gemba.kpi.data.JobTable;
import org.gemba.kpi.data.StandardTable;
import org.gemba.kpi.data.WorkOrderTable;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.jspecify.annotations.Nullable;

/// One client's rows for tests, put straight into the tables.
public final class Shop {
    public static final Instant NOW = Instant.parse("2025-12-31T10:00:00Z");

    private final Database database;
    private final String client;
    private final ZoneId zone;

    public Shop(Database database, String client, ZoneId zone) {
        this.database = database;
        this.client = client;
        this.zone = zone;
        database.write(handle -> {
            ClientTable.insert(
                    handle, new Client(client, client, null, zone, ClientKind.HOURLY_RATE, true, NOW, "test", 1));
            return client;
        });
    }

    public static Caller caller(Role role, String... clients) {
        return new Caller(
                "user-" + role,
                role.name(),
                role,
                RolePermissions.of(role),
                Set.of(ApiFamily.values()),
                List.of(clients),
                null);
    }

    /// The reading half without the task engine.
    public static KpiFiguresFeature figures(Database database, Events events, Clock clock) {
        return new KpiFiguresFeature(new KpiFiguresFeature.Ground(
                database,
                () -> {
                    throw new IllegalStateException("no engine here");
                },
                events,
                new Audit(clock),
                new SettingsSource(name -> Optional.empty()),
                new Texts(List.of("kpi")),
                clock,
                null));
    }

    public String client() {
        return client;
    }

    /// What an order may lack.
    public record Plan(
            @Nullable LocalDate start,
            @Nullable LocalDate ship,
            @Nullable LocalDate required,
            @Nullable LocalDate started,
            @Nullable LocalDate shipped) {
        public static Plan of(LocalDate start, LocalDate ship) {
            return new Plan(start, ship, null, null, null);
        }
    }

    public WorkOrder order(String number, String style, long quantity, @Nullable String standard, Plan plan) {
        var order = new WorkOrder(
                0,
                client,
                number,
                style,
                quantity,
                plan.start(),
                plan.ship(),
                plan.required(),
                plan.started(),
                plan.shipped(),
                standard == null ? null : new BigDecimal(standard),
                Priority.STANDARD,
                null,
                null,
                null,
                WorkOrderStatus.ACTIVE,
                NOW.minusSeconds(86_400L * 200),
                null,
                null,
                NOW,
                "test",
                NOW,
                "test",
                1);
        long id = database.write(handle -> WorkOrderTable.insert(handle, order));
        return database.read(handle -> WorkOrderTable.find(handle, id)).orElseThrow();
    }

    public void end(WorkOrder order, WorkOrderStatus status, Instant at) {
        database.write(handle -> {
            WorkOrderTable.setStatus(handle, new StatusChange(order.id(), WorkOrderStatus.ACTIVE, status, at, "test"));
            return status;
        });
    }

    /// What an entry says beyond its order, day and shift.
    public record Made(
            int units,
            int defective,
            String runHours,
            int assigned,
            @Nullable Integer present,
            @Nullable String scheduledHours,
            int downtimeMinutes,
            @Nullable String notes) {
        public static Made of(int units, int defective, String runHours, int assigned) {
            return new Made(units, defective, runHours, assigned, null, null, 0, null);
        }
    }

    public ProductionEntry entry(WorkOrder order, @Nullable Long job, LocalDate day, ShiftType shift, Made made) {
        return database.write(handle -> {
            var entry = new ProductionEntry(
                    EntryTable.nextId(handle, NOW),
                    client,
                    order.id(),
                    job,
                    day,
                    shift,
                    "SEWING",
                    made.units(),
                    made.defective(),
                    new BigDecimal(made.runHours()),
                    made.assigned(),
                    made.present(),
                    made.scheduledHours() == null ? null : new BigDecimal(made.scheduledHours()),
                    made.downtimeMinutes(),
                    made.notes(),
                    EntryMethod.API,
                    null,
                    EntryState.RECORDED,
                    NOW,
                    "USR-002",
                    "operator1",
                    null,
                    null,
                    null,
                    null,
                    1);
            EntryTable.insert(handle, entry);
            return entry;
        });
    }

    public void downtime(WorkOrder order, LocalDate day, ShiftType shift, DowntimeReason reason, int minutes) {
        database.write(handle -> DowntimeTable.insert(
                handle, new Downtime(0, client, order.id(), day, shift, reason, minutes, null, NOW, "test")));
    }

    public void attendance(
            String employee,
            LocalDate day,
            String scheduled,
            String absent,
            @Nullable String cover,
            boolean confirmed) {
        boolean isAbsent = new BigDecimal(absent).signum() > 0;
        database.write(handle -> AttendanceTable.insert(
                handle,
                new Attendance(
                        0,
                        client,
                        employee,
                        day,
                        ShiftType.SHIFT_1ST,
                        new BigDecimal(scheduled),
                        new BigDecimal(scheduled).subtract(new BigDecimal(absent)),
                        isAbsent,
                        isAbsent ? AbsenceType.VACATION : null,
                        new BigDecimal(absent),
                        cover,
                        confirmed,
                        NOW,
                        "test")));
    }

    public void inspection(WorkOrder order, LocalDate day, long inspected, long passed, long defective, long defects) {
        database.write(handle -> InspectionTable.insert(
                handle,
                new Inspection(
                        0,
                        client,
                        order.id(),
                        day,
                        "SEWING",
                        InspectionMethod.VISUAL,
                        inspected,
                        passed,
                        defective,
                        defects,
                        0,
                        0,
                        List.of(),
                        NOW,
                        "test")));
    }

    public long job(WorkOrder order, String id, String part, long ordered, long completed, long scrapped) {
        return database.write(handle -> JobTable.insert(
                handle, new Job(0, client, order.id(), id, part, ordered, completed, scrapped, NOW, "test", 1)));
    }

    public void hold(WorkOrder order, LocalDate from, @Nullable LocalDate until) {
        var held = from.atTime(5, 10).atZone(zone).toInstant();
        database.write(handle -> {
            long id = HoldTable.insert(
                    handle,
                    new Hold(
                            0,
                            client,
                            order.id(),
                            HoldState.ON_HOLD,
                            HoldReason.QUALITY_ISSUE,
                            "seams",
                            held,
                            "test",
                            null,
                            null));
            if (until != null) {
                var ended = until.atTime(22, 40).atZone(zone).toInstant();
                HoldTable.end(handle, id, HoldState.RESUMED, ended, "test");
            }
            return id;
        });
    }

    public void standard(String style, String hours) {
        database.write(handle -> {
            StandardTable.put(handle, new CycleTime(client, style, new BigDecimal(hours)), NOW, "test");
            return style;
        });
    }

    public void opportunities(String part, int count) {
        database.write(handle -> {
            StandardTable.put(handle, new PartOpportunities(client, part, count), NOW, "test");
            return part;
        });
    }

    public void target(KpiName kpi, String target) {
        database.write(handle -> {
            StandardTable.put(handle, new Target(client, kpi, new BigDecimal(target), true), NOW, "test");
            return kpi;
        });
    }
}
