package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.kpi.Hold;
import org.gemba.kpi.HoldReason;
import org.gemba.kpi.HoldState;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The times in which orders stood still.
public final class HoldTable {
    private HoldTable() {}

    public static long insert(Handle handle, Hold hold) {
        return handle.createUpdate("insert into kpi_hold (client_id, order_id, state, reason, detail, held_at, held_by)"
                        + " values (:client, :order, :state, :reason, :detail, :at, :by)")
                .bind("client", hold.clientId())
                .bind("order", hold.orderId())
                .bind("state", hold.state().name())
                .bind("reason", hold.reason().name())
                .bind("detail", hold.detail())
                .bind("at", hold.heldAt())
                .bind("by", hold.heldBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /// The hold that stops the order now.
    public static Optional<Hold> open(Handle handle, long orderId) {
        return handle.createQuery(
                        "select * from kpi_hold where order_id = :order and state = 'ON_HOLD' order by id desc limit 1")
                .bind("order", orderId)
                .map((row, context) -> hold(row))
                .findOne();
    }

    public static void end(Handle handle, long id, HoldState state, Instant at, String who) {
        handle.execute(
                "update kpi_hold set state = ?, ended_at = ?, ended_by = ? where id = ?", state.name(), at, who, id);
    }

    /// When the last of the ended holds ended.
    public static Optional<Instant> lastEnd(Handle handle, long orderId) {
        return handle.createQuery("select max(ended_at) from kpi_hold where order_id = :order")
                .bind("order", orderId)
                .mapTo(Instant.class)
                .findOne();
    }

    /// Why orders stand still now, by order.
    public static Map<Long, HoldReason> openReasons(Handle handle, @Nullable List<String> clients) {
        var reasons = new HashMap<Long, HoldReason>();
        var conditions = new Conditions().clients(clients).and("state = 'ON_HOLD'");
        conditions
                .query(handle, "select order_id, reason from kpi_hold" + conditions.where())
                .map((row, context) -> reasons.put(row.getLong(1), HoldReason.valueOf(row.getString(2))))
                .list();
        return reasons;
    }

    /// Oldest first.
    public static List<Hold> ofOrder(Handle handle, long orderId) {
        return handle.createQuery("select * from kpi_hold where order_id = :order order by held_at, id")
                .bind("order", orderId)
                .map((row, context) -> hold(row))
                .list();
    }

    /// Oldest first, of every order of the clients.
    public static List<Hold> ofClients(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_hold" + conditions.where() + " order by held_at, id")
                .map((row, context) -> hold(row))
                .list();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                row.getLong("id"),
                row.getString("client_id"),
                row.getLong("order_id"),
                HoldState.valueOf(row.getString("state")),
                HoldReason.valueOf(row.getString("reason")),
                row.getString("detail"),
                Cells.instant(row, "held_at"),
                row.getString("held_by"),
                Cells.instantOrNull(row, "ended_at"),
                row.getString("ended_by"));
    }
}
