package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.gemba.kpi.data.AttendanceTable;
import org.gemba.kpi.data.Books;
import org.gemba.kpi.data.ClientTable;
import org.gemba.kpi.data.DowntimeTable;
import org.gemba.kpi.data.EntryTable;
import org.gemba.kpi.data.HoldTable;
import org.gemba.kpi.data.InspectionTable;
import org.gemba.kpi.data.JobTable;
import org.gemba.kpi.data.StandardTable;
import org.gemba.kpi.data.WorkOrderTable;
import org.jspecify.annotations.Nullable;

/// Fills an empty shop with the sample data. They are moved by whole weeks, so that Saturdays stay Saturdays; what
/// would lie after today is left out. Rows go straight into the tables, because services would say that all of it
/// happened now.
public final class SampleShop {
    private static final int ROWS_IN_ONE_WRITE = 400;
    private static final String WHO = "demo";

    private final Books books;
    private final Function<String, List<Map<String, String>>> files;
    private final long shift;
    private final LocalDate today;
    private final ZoneId zone;
    private final Map<String, WorkOrder> orders = new HashMap<>();

    private SampleShop(Books books, Function<String, List<Map<String, String>>> files, long shift) {
        this.books = books;
        this.files = files;
        this.shift = Math.floorDiv(shift, 7L) * 7;
        this.zone = books.factoryZone();
        this.today = LocalDate.ofInstant(books.now(), zone);
    }

    /// @param files the rows of `clients`, `work_orders`, `entries` … by the names of their columns
    /// @param shift how many days later than told everything happens
    static void fill(Books books, Function<String, List<Map<String, String>>> files, long shift) {
        boolean filled =
                books.database().read(handle -> !ClientTable.list(handle, null).isEmpty());
        if (filled) return;
        var shop = new SampleShop(books, files, shift);
        shop.plan();
        shop.entries();
        shop.each("downtime", shop::downtime);
        shop.each("inspections", shop::inspection);
        shop.each("attendance", shop::attendance);
    }

    private void each(String file, java.util.function.Consumer<Map<String, String>> row) {
        var rows = files.apply(file).stream()
                .filter(cells -> !day(cells, "shift_date").isAfter(today))
                .toList();
        for (int from = 0; from < rows.size(); from += ROWS_IN_ONE_WRITE) {
            var some = rows.subList(from, Math.min(rows.size(), from + ROWS_IN_ONE_WRITE));
            books.database().writeBulk(handle -> {
                some.forEach(row);
                return some;
            });
        }
    }

    private void plan() {
        books.database().write(handle -> {
            for (var row : files.apply("clients")) {
                var client = new Client(
                        text(row, "client_id"),
                        text(row, "name"),
                        row.get("location"),
                        zone,
                        ClientKind.PIECE_RATE,
                        true,
                        books.now(),
                        WHO,
                        1);
                ClientTable.insert(handle, client);
            }
            files.apply("work_orders").forEach(this::order);
            files.apply("holds").forEach(this::hold);
            files.apply("jobs").forEach(this::job);
            standards();
            return 0;
        });
    }

    private void standards() {
        var now = books.now();
        books.database().write(handle -> {
            for (var row : files.apply("cycle_times")) {
                var hours = number(row, "ideal_cycle_time");
                StandardTable.put(
                        handle, new CycleTime(text(row, "client_id"), text(row, "style_model"), hours), now, WHO);
            }
            for (var row : files.apply("opportunities")) {
                int count = number(row, "opportunities_per_unit").intValue();
                var part = new PartOpportunities(text(row, "client_id"), text(row, "part_number"), count);
                StandardTable.put(handle, part, now, WHO);
            }
            for (var row : files.apply("targets")) {
                var kpi = KpiName.of(text(row, "kpi")).orElseThrow();
                var target = new Target(text(row, "client_id"), kpi, number(row, "target"), true);
                StandardTable.put(handle, target, now, WHO);
            }
            return 0;
        });
    }

    private void order(Map<String, String> row) {
        var start = day(row, "planned_start_date");
        if (start.isAfter(today)) return;
        var created = at(start.minusDays(5), 10);
        books.database().write(handle -> {
            long id = WorkOrderTable.insert(handle, order(row, start, created));
            WorkOrderTable.addStep(handle, new StatusChange(id, null, WorkOrderStatus.ACTIVE, created, WHO));
            var status = WorkOrderStatus.valueOf(text(row, "status"));
            var since = day(row, "status_since");
            if (status != WorkOrderStatus.ACTIVE && !since.isAfter(today)) {
                var step = new StatusChange(id, WorkOrderStatus.ACTIVE, status, at(since, 8), WHO);
                WorkOrderTable.setStatus(handle, step);
            }
            orders.put(
                    text(row, "work_order_id"), WorkOrderTable.find(handle, id).orElseThrow());
            return id;
        });
    }

    private WorkOrder order(Map<String, String> row, LocalDate start, Instant created) {
        var ship = row.getOrDefault("planned_ship_date", "");
        return new WorkOrder(
                0,
                text(row, "client_id"),
                text(row, "work_order_id"),
                text(row, "style_model"),
                Long.parseLong(text(row, "planned_quantity")),
                start,
                ship.isEmpty() ? null : LocalDate.parse(ship).plusDays(shift),
                null,
                null,
                null,
                optional(row, "ideal_cycle_time"),
                Priority.valueOf(text(row, "priority_level")),
                row.get("po_number"),
                row.getOrDefault("mto_number", "").isEmpty() ? null : row.get("mto_number"),
                null,
                WorkOrderStatus.ACTIVE,
                created,
                null,
                null,
                created,
                WHO,
                created,
                WHO,
                1);
    }

    private void hold(Map<String, String> row) {
        var order = orders.get(text(row, "work_order_id"));
        var held = day(row, "held_on");
        if (order == null || held.isAfter(today)) return;
        var resumed = row.getOrDefault("resumed_on", "");
        books.database().write(handle -> {
            long id = HoldTable.insert(
                    handle,
                    new Hold(
                            0,
                            order.clientId(),
                            order.id(),
                            HoldState.ON_HOLD,
                            HoldReason.valueOf(text(row, "reason")),
                            text(row, "detail"),
                            at(held, 8),
                            WHO,
                            null,
                            null));
            if (!resumed.isEmpty()) {
                var end = at(LocalDate.parse(resumed).plusDays(shift), 8);
                HoldTable.end(handle, id, HoldState.RESUMED, end, WHO);
            }
            return id;
        });
    }

    private void job(Map<String, String> row) {
        var order = orders.get(text(row, "work_order_id"));
        if (order == null) return;
        books.database()
                .write(handle -> JobTable.insert(
                        handle,
                        new Job(
                                0,
                                order.clientId(),
                                order.id(),
                                order.workOrderId() + "-L1",
                                text(row, "part_number"),
                                number(row, "quantity_ordered").longValue(),
                                number(row, "quantity_completed").longValue(),
                                number(row, "quantity_scrapped").longValue(),
                                order.createdAt(),
                                WHO,
                                1)));
    }

    private void entries() {
        var next = new HashMap<Long, Long>();
        var made = new ArrayList<ProductionEntry>();
        for (var row : files.apply("entries")) {
            var order = orders.get(text(row, "work_order_id"));
            var day = day(row, "shift_date");
            if (order == null || day.isAfter(today)) continue;
            boolean night = text(row, "shift_type").equals("SHIFT_2ND");
            var created = night ? at(day.plusDays(1), 6) : at(day, 17);
            if (created.isAfter(books.now())) created = books.now();
            long count = next.merge(created.getEpochSecond(), 1L, Long::sum);
            made.add(entry(row, order, day, created, count));
        }
        for (int from = 0; from < made.size(); from += ROWS_IN_ONE_WRITE) {
            var some = made.subList(from, Math.min(made.size(), from + ROWS_IN_ONE_WRITE));
            books.database().writeBulk(handle -> {
                EntryTable.insertAll(handle, some);
                return some;
            });
        }
    }

    private static ProductionEntry entry(
            Map<String, String> row, WorkOrder order, LocalDate day, Instant created, long count) {
        boolean verified = text(row, "verified").equals("true");
        var present = optional(row, "employees_present");
        var notes = row.getOrDefault("notes", "");
        return new ProductionEntry(
                EntryId.of(created, count),
                order.clientId(),
                order.id(),
                null,
                day,
                ShiftType.valueOf(text(row, "shift_type")),
                row.get("operation_id"),
                number(row, "units_produced").intValue(),
                number(row, "units_defective").intValue(),
                number(row, "run_time_hours"),
                number(row, "employees_assigned").intValue(),
                present == null ? null : present.intValue(),
                optional(row, "shift_hours_scheduled"),
                number(row, "downtime_total_minutes").intValue(),
                notes.isEmpty() ? null : notes,
                EntryMethod.MANUAL_ENTRY,
                null,
                verified ? EntryState.VERIFIED : EntryState.RECORDED,
                created,
                WHO,
                order.clientId().startsWith("BOOT") ? "operator1" : "operator2",
                null,
                null,
                verified ? created.plusSeconds(3600) : null,
                verified ? "leader1" : null,
                verified ? 2 : 1);
    }

    private void downtime(Map<String, String> row) {
        var order = orders.get(text(row, "work_order_id"));
        if (order == null) return;
        var day = day(row, "shift_date");
        books.database()
                .write(handle -> DowntimeTable.insert(
                        handle,
                        new Downtime(
                                0,
                                order.clientId(),
                                order.id(),
                                day,
                                ShiftType.valueOf(text(row, "shift_type")),
                                DowntimeReason.valueOf(text(row, "reason")),
                                number(row, "minutes").intValue(),
                                null,
                                at(day, 17),
                                WHO)));
    }

    private void inspection(Map<String, String> row) {
        var order = orders.get(text(row, "work_order_id"));
        if (order == null) return;
        var day = day(row, "shift_date");
        long defects = number(row, "total_defects_count").longValue();
        var told = new Inspection.Defect(
                DefectType.valueOf(text(row, "defect_type")), RootCause.valueOf(text(row, "root_cause")), defects);
        books.database()
                .write(handle -> InspectionTable.insert(
                        handle,
                        new Inspection(
                                0,
                                order.clientId(),
                                order.id(),
                                day,
                                text(row, "operation_checked"),
                                InspectionMethod.of(text(row, "method")).orElse(InspectionMethod.OTHER),
                                number(row, "units_inspected").longValue(),
                                number(row, "units_passed").longValue(),
                                number(row, "units_defective").longValue(),
                                defects,
                                number(row, "units_rework").longValue(),
                                number(row, "units_repair").longValue(),
                                defects == 0 ? List.of() : List.of(told),
                                at(day, 17),
                                WHO)));
    }

    private void attendance(Map<String, String> row) {
        var type = row.getOrDefault("absence_type", "");
        var scheduled = number(row, "scheduled_hours");
        var actual = number(row, "actual_hours");
        var covered = row.getOrDefault("covered_by", "");
        var day = day(row, "shift_date");
        books.database()
                .write(handle -> AttendanceTable.insert(
                        handle,
                        new Attendance(
                                0,
                                text(row, "client_id"),
                                text(row, "employee_id"),
                                day,
                                ShiftType.valueOf(text(row, "shift_type")),
                                scheduled,
                                actual,
                                !type.isEmpty(),
                                type.isEmpty() ? null : AbsenceType.valueOf(type),
                                type.isEmpty() ? BigDecimal.ZERO : scheduled.subtract(actual),
                                covered.isEmpty() ? null : covered,
                                !covered.isEmpty(),
                                at(day, 17),
                                WHO)));
    }

    private LocalDate day(Map<String, String> row, String column) {
        return LocalDate.parse(text(row, column)).plusDays(shift);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    private static String text(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(text(row, column));
    }

    private static @Nullable BigDecimal optional(Map<String, String> row, String column) {
        var text = row.getOrDefault(column, "");
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
