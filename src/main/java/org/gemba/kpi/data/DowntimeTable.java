package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.Downtime;
import org.gemba.kpi.DowntimeDay;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Downtime and its daily sums.
public final class DowntimeTable {
    private DowntimeTable() {}

    public static long insert(Handle handle, Downtime downtime) {
        addToDay(handle, downtime);
        return handle.createUpdate("insert into kpi_downtime (client_id, order_id, shift_date, shift_type, reason,"
                        + " minutes, notes, created_at, created_by) values (:client, :order, :day, :shift, :reason,"
                        + " :minutes, :notes, :at, :by)")
                .bind("client", downtime.clientId())
                .bind("order", downtime.orderId())
                .bind("day", downtime.shiftDate())
                .bind("shift", downtime.shiftType().name())
                .bind("reason", downtime.reason().name())
                .bind("minutes", downtime.minutes())
                .bind("notes", downtime.notes())
                .bind("at", downtime.createdAt())
                .bind("by", downtime.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static void addToDay(Handle handle, Downtime downtime) {
        Object[] key = {
            downtime.minutes(),
            downtime.clientId(),
            downtime.shiftDate(),
            downtime.orderId(),
            downtime.shiftType().name(),
            downtime.reason().name()
        };
        int known = handle.execute(
                "update kpi_downtime_day set events = events + 1, minutes = minutes + ? where client_id = ?"
                        + " and shift_date = ? and order_id = ? and shift_type = ? and reason = ?",
                key);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_downtime_day (minutes, client_id, shift_date, order_id, shift_type, reason, events)"
                        + " values (?, ?, ?, ?, ?, ?, 1)",
                key);
    }

    /// The newest first; both days belong to it.
    public static List<Downtime> list(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions().and("order_id = :order", "order", filter.orderId());
        return conditions
                .query(
                        handle,
                        "select * from kpi_downtime" + conditions.where()
                                + " order by shift_date desc, id desc limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map((row, context) -> downtime(row))
                .list();
    }

    public static long count(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions().and("order_id = :order", "order", filter.orderId());
        return conditions
                .query(handle, "select count(*) from kpi_downtime" + conditions.where())
                .mapTo(Long.class)
                .one();
    }

    /// The daily sums, oldest first.
    public static List<DowntimeDay> between(
            Handle handle, @Nullable List<String> clients, @Nullable LocalDate from, @Nullable LocalDate to) {
        var conditions = new Conditions().clients(clients).days(from, to);
        return conditions
                .query(
                        handle,
                        "select * from kpi_downtime_day" + conditions.where()
                                + " order by client_id, shift_date, order_id, shift_type, reason")
                .map((row, context) -> new DowntimeDay(
                        row.getString("client_id"),
                        Cells.day(row, "shift_date"),
                        row.getLong("order_id"),
                        ShiftType.valueOf(row.getString("shift_type")),
                        DowntimeReason.valueOf(row.getString("reason")),
                        row.getInt("events"),
                        row.getLong("minutes")))
                .list();
    }

    private static Downtime downtime(ResultSet row) throws SQLException {
        return new Downtime(
                row.getLong("id"),
                row.getString("client_id"),
                row.getLong("order_id"),
                Cells.day(row, "shift_date"),
                ShiftType.valueOf(row.getString("shift_type")),
                DowntimeReason.valueOf(row.getString("reason")),
                row.getInt("minutes"),
                row.getString("notes"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
