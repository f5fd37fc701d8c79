package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.kpi.EntryDay;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The daily sums of the entries: a tenth and less of their rows, and all that most figures need.
public final class EntryDayTable {
    private EntryDayTable() {}

    private record Key(String clientId, LocalDate day, long orderId, ShiftType shiftType) {}

    /// Adds to the sums, and widens the orders' days with production.
    static void addAll(Handle handle, List<EntryDay> changes) {
        var sums = new LinkedHashMap<Key, EntryDay>();
        for (var change : changes) {
            var key = new Key(change.clientId(), change.shiftDate(), change.orderId(), change.shiftType());
            sums.merge(key, change, EntryDay::plus);
        }
        var days = new LinkedHashMap<Long, LocalDate[]>();
        for (var sum : sums.values()) {
            add(handle, sum);
            if (sum.entries() <= 0) continue;
            days.merge(
                    sum.orderId(),
                    new LocalDate[] {sum.shiftDate(), sum.shiftDate()},
                    (known, more) -> new LocalDate[] {
                        known[0].isBefore(more[0]) ? known[0] : more[0], known[1].isAfter(more[1]) ? known[1] : more[1]
                    });
        }
        days.forEach((order, range) -> WorkOrderTable.widenEntryDates(handle, order, range[0], range[1]));
    }

    private static void add(Handle handle, EntryDay change) {
        int known = handle.execute(
                "update kpi_entry_day set entries = entries + ?, units_produced = units_produced + ?,"
                        + " units_defective = units_defective + ?, run_minutes = run_minutes + ?,"
                        + " shift_minutes = shift_minutes + ?, labour_minutes = labour_minutes + ?,"
                        + " downtime_minutes = downtime_minutes + ?, employees_assigned = employees_assigned + ?,"
                        + " present_entries = present_entries + ?, employees_present = employees_present + ?"
                        + " where client_id = ? and shift_date = ? and order_id = ? and shift_type = ?",
                change.entries(),
                change.unitsProduced(),
                change.unitsDefective(),
                change.runMinutes(),
                change.shiftMinutes(),
                change.labourMinutes(),
                change.downtimeMinutes(),
                change.employeesAssigned(),
                change.presentEntries(),
                change.employeesPresent(),
                change.clientId(),
                change.shiftDate(),
                change.orderId(),
                change.shiftType().name());
        if (known == 0) insert(handle, change);
    }

    private static void insert(Handle handle, EntryDay first) {
        handle.execute(
                "insert into kpi_entry_day (entries, units_produced, units_defective, run_minutes, shift_minutes,"
                        + " labour_minutes, downtime_minutes, employees_assigned, present_entries, employees_present,"
                        + " client_id, shift_date, order_id, shift_type)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                first.entries(),
                first.unitsProduced(),
                first.unitsDefective(),
                first.runMinutes(),
                first.shiftMinutes(),
                first.labourMinutes(),
                first.downtimeMinutes(),
                first.employeesAssigned(),
                first.presentEntries(),
                first.employeesPresent(),
                first.clientId(),
                first.shiftDate(),
                first.orderId(),
                first.shiftType().name());
    }

    /// Oldest first; both days belong to it, null for no limit.
    public static List<EntryDay> between(
            Handle handle, @Nullable List<String> clients, @Nullable LocalDate from, @Nullable LocalDate to) {
        var conditions = new Conditions().clients(clients).days(from, to).and("entries > 0");
        return list(handle, conditions);
    }

    /// Units produced so far by order.
    public static Map<Long, Long> producedByOrder(Handle handle, @Nullable List<String> clients) {
        var produced = new HashMap<Long, Long>();
        var conditions = new Conditions().clients(clients);
        conditions
                .query(
                        handle,
                        "select order_id, sum(units_produced) from kpi_entry_day" + conditions.where()
                                + " group by order_id")
                .map((row, context) -> produced.put(row.getLong(1), row.getLong(2)))
                .list();
        return produced;
    }

    /// Oldest first, all days of one order.
    public static List<EntryDay> ofOrder(Handle handle, long orderId) {
        return list(
                handle,
                new Conditions().and("order_id = :order", "order", orderId).and("entries > 0"));
    }

    private static List<EntryDay> list(Handle handle, Conditions conditions) {
        return conditions
                .query(
                        handle,
                        "select * from kpi_entry_day" + conditions.where()
                                + " order by client_id, shift_date, order_id, shift_type")
                .map((row, context) -> day(row))
                .list();
    }

    private static EntryDay day(ResultSet row) throws SQLException {
        return new EntryDay(
                row.getString("client_id"),
                Cells.day(row, "shift_date"),
                row.getLong("order_id"),
                ShiftType.valueOf(row.getString("shift_type")),
                row.getInt("entries"),
                row.getLong("units_produced"),
                row.getLong("units_defective"),
                Cells.number(row, "run_minutes"),
                Cells.number(row, "shift_minutes"),
                Cells.number(row, "labour_minutes"),
                row.getLong("downtime_minutes"),
                row.getLong("employees_assigned"),
                row.getInt("present_entries"),
                row.getLong("employees_present"));
    }
}
