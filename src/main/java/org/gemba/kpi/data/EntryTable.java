package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemba.kpi.EntryDay;
import org.gemba.kpi.EntryFilter;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.ProductionEntry;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;

/// The production entries. Inserting, changing and withdrawing one keeps the daily sums and the orders' days true.
public final class EntryTable {
    private static final String INSERT = "insert into kpi_entry (id, client_id, order_id, job_id, shift_date,"
            + " shift_type, operation_id, units_produced, units_defective, run_time_hours, employees_assigned,"
            + " employees_present, shift_hours_scheduled, downtime_minutes, notes, entry_method, batch_id, state,"
            + " created_at, created_by, created_name, verified_at, verified_by, version) values (:id, :client, :order, :job, :day, :shift,"
            + " :operation, :produced, :defective, :run, :assigned, :present, :scheduled, :downtime, :notes, :method,"
            + " :batch, :state, :created, :creator, :creatorName, :verifiedAt, :verifiedBy, :version)";

    private EntryTable() {}

    /// The first free number of the second in which now lies. Only the writer may ask.
    public static EntryId nextId(Handle handle, Instant now) {
        long first = EntryId.of(now, 0).number();
        long last = handle.createQuery("select max(id) from kpi_entry where id > :first and id < :next")
                .bind("first", first)
                .bind("next", first + EntryId.PER_SECOND)
                .mapTo(Long.class)
                .findOne()
                .orElse(first);
        return new EntryId(last + 1);
    }

    public static void insert(Handle handle, ProductionEntry entry) {
        insertAll(handle, List.of(entry));
    }

    /// Several at once, with one change of each daily sum.
    public static void insertAll(Handle handle, List<ProductionEntry> entries) {
        if (entries.isEmpty()) return;
        var batch = handle.prepareBatch(INSERT);
        for (var entry : entries) {
            batch.bind("id", entry.entryId().number())
                    .bind("client", entry.clientId())
                    .bind("order", entry.orderId())
                    .bind("job", entry.jobId())
                    .bind("day", entry.shiftDate())
                    .bind("shift", entry.shiftType().name())
                    .bind("operation", entry.operationId())
                    .bind("produced", entry.unitsProduced())
                    .bind("defective", entry.unitsDefective())
                    .bind("run", entry.runTimeHours())
                    .bind("assigned", entry.employeesAssigned())
                    .bind("present", entry.employeesPresent())
                    .bind("scheduled", entry.shiftHoursScheduled())
                    .bind("downtime", entry.downtimeMinutes())
                    .bind("notes", entry.notes())
                    .bind("method", entry.method().name())
                    .bind("batch", entry.batchId())
                    .bind("state", entry.state().name())
                    .bind("created", entry.createdAt())
                    .bind("creator", entry.createdBy())
                    .bind("creatorName", entry.createdName())
                    .bind("verifiedAt", entry.verifiedAt())
                    .bind("verifiedBy", entry.verifiedBy())
                    .bind("version", entry.version())
                    .add();
        }
        batch.execute();
        EntryDayTable.addAll(handle, entries.stream().map(EntryDay::of).toList());
    }

    /// Stores another state of an entry.
    ///
    /// @param before as it is stored
    public static void update(Handle handle, ProductionEntry before, ProductionEntry after) {
        handle.execute(
                "update kpi_entry set client_id = ?, order_id = ?, job_id = ?, shift_date = ?, shift_type = ?,"
                        + " operation_id = ?, units_produced = ?, units_defective = ?, run_time_hours = ?,"
                        + " employees_assigned = ?, employees_present = ?, shift_hours_scheduled = ?,"
                        + " downtime_minutes = ?, notes = ?, state = ?, updated_at = ?, updated_by = ?,"
                        + " verified_at = ?, verified_by = ?, version = ? where id = ?",
                after.clientId(),
                after.orderId(),
                after.jobId(),
                after.shiftDate(),
                after.shiftType().name(),
                after.operationId(),
                after.unitsProduced(),
                after.unitsDefective(),
                after.runTimeHours(),
                after.employeesAssigned(),
                after.employeesPresent(),
                after.shiftHoursScheduled(),
                after.downtimeMinutes(),
                after.notes(),
                after.state().name(),
                after.updatedAt(),
                after.updatedBy(),
                after.verifiedAt(),
                after.verifiedBy(),
                after.version(),
                after.entryId().number());
        var changes = new ArrayList<EntryDay>();
        if (before.state() != EntryState.WITHDRAWN)
            changes.add(EntryDay.of(before).negated());
        if (after.state() != EntryState.WITHDRAWN) changes.add(EntryDay.of(after));
        EntryDayTable.addAll(handle, changes);
        WorkOrderTable.setEntryDates(handle, before.orderId());
        if (before.orderId() != after.orderId()) WorkOrderTable.setEntryDates(handle, after.orderId());
    }

    public static Optional<ProductionEntry> find(Handle handle, EntryId id) {
        return handle.createQuery("select * from kpi_entry where id = :id")
                .bind("id", id.number())
                .map((row, context) -> entry(row))
                .findOne();
    }

    /// Without the withdrawn ones; the last day first, and on it the last entered.
    public static List<ProductionEntry> list(Handle handle, EntryFilter filter) {
        var conditions = conditions(filter).and("state <> 'WITHDRAWN'");
        return conditions
                .query(
                        handle,
                        "select * from kpi_entry" + conditions.where() + order(filter) + " limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map((row, context) -> entry(row))
                .list();
    }

    /// How many the filter finds on all pages, from the daily sums.
    public static long count(Handle handle, EntryFilter filter) {
        var conditions = conditions(filter);
        return conditions
                .query(handle, "select coalesce(sum(entries), 0) from kpi_entry_day" + conditions.where())
                .mapTo(Long.class)
                .one();
    }

    /// Given to the consumer one after the other, oldest day first, without holding them all.
    public static void each(Handle handle, EntryFilter filter, Consumer<ProductionEntry> consumer) {
        var conditions = conditions(filter).and("state <> 'WITHDRAWN'");
        conditions
                .query(handle, "select * from kpi_entry" + conditions.where() + " order by client_id, shift_date, id")
                .setFetchSize(500)
                .map((row, context) -> entry(row))
                .forEach(consumer);
    }

    private static Conditions conditions(EntryFilter filter) {
        var shift = filter.shiftType();
        return new Conditions()
                .clients(filter.clients())
                .days(filter.from(), filter.to())
                .and("shift_type = :shift", "shift", shift == null ? null : shift.name())
                .and("order_id = :order", "order", filter.orderId());
    }

    /// With the columns of the index that fits, so that a page is read and not sorted.
    private static String order(EntryFilter filter) {
        var clients = filter.clients();
        if (filter.orderId() != null) return " order by order_id desc, shift_date desc, id desc";
        if (clients != null && clients.size() == 1) return " order by client_id desc, shift_date desc, id desc";
        return " order by shift_date desc, id desc";
    }

    private static ProductionEntry entry(ResultSet row) throws SQLException {
        return new ProductionEntry(
                new EntryId(row.getLong("id")),
                row.getString("client_id"),
                row.getLong("order_id"),
                Cells.longOrNull(row, "job_id"),
                Cells.day(row, "shift_date"),
                ShiftType.valueOf(row.getString("shift_type")),
                row.getString("operation_id"),
                row.getInt("units_produced"),
                row.getInt("units_defective"),
                Cells.number(row, "run_time_hours"),
                row.getInt("employees_assigned"),
                Cells.countOrNull(row, "employees_present"),
                Cells.numberOrNull(row, "shift_hours_scheduled"),
                row.getInt("downtime_minutes"),
                row.getString("notes"),
                EntryMethod.valueOf(row.getString("entry_method")),
                row.getString("batch_id"),
                EntryState.valueOf(row.getString("state")),
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                row.getString("created_name"),
                Cells.instantOrNull(row, "updated_at"),
                row.getString("updated_by"),
                Cells.instantOrNull(row, "verified_at"),
                row.getString("verified_by"),
                row.getInt("version"));
    }
}
