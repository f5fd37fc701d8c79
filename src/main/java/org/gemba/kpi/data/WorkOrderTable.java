package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gemba.kpi.Priority;
import org.gemba.kpi.StatusChange;
import org.gemba.kpi.WorkOrder;
import org.gemba.kpi.WorkOrderFilter;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The work orders and the history of their states.
public final class WorkOrderTable {
    private WorkOrderTable() {}

    public static Optional<WorkOrder> find(Handle handle, long id) {
        return handle.createQuery("select * from kpi_work_order where id = :id")
                .bind("id", id)
                .map((row, context) -> order(row))
                .findOne();
    }

    /// Those with any of these numbers.
    public static List<WorkOrder> byNumbers(Handle handle, @Nullable List<String> clients, List<String> numbers) {
        if (numbers.isEmpty()) return List.of();
        var conditions = new Conditions().clients(clients).and("work_order_id in (<numbers>)");
        return conditions
                .query(handle, "select * from kpi_work_order" + conditions.where())
                .bindList("numbers", numbers)
                .map((row, context) -> order(row))
                .list();
    }

    public static List<WorkOrder> all(Handle handle, List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return handle.createQuery("select * from kpi_work_order where id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> order(row))
                .list();
    }

    /// The numbers that people use, by id.
    public static Map<Long, String> numbers(Handle handle, List<Long> ids) {
        return all(handle, ids.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(WorkOrder::id, WorkOrder::workOrderId));
    }

    /// Those with this number; more than one only for a caller of several clients.
    public static List<WorkOrder> byNumber(Handle handle, @Nullable List<String> clients, String workOrderId) {
        var conditions = new Conditions()
                .and("work_order_id = :number", "number", workOrderId)
                .clients(clients);
        return conditions
                .query(handle, "select * from kpi_work_order" + conditions.where() + " order by client_id")
                .map((row, context) -> order(row))
                .list();
    }

    /// By number within the clients, the newest first.
    public static List<WorkOrder> list(Handle handle, WorkOrderFilter filter) {
        var conditions = conditions(filter);
        return conditions
                .query(
                        handle,
                        "select * from kpi_work_order" + conditions.where()
                                + " order by created_at desc, id desc limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map((row, context) -> order(row))
                .list();
    }

    public static long count(Handle handle, WorkOrderFilter filter) {
        var conditions = conditions(filter);
        return conditions
                .query(handle, "select count(*) from kpi_work_order" + conditions.where())
                .mapTo(Long.class)
                .one();
    }

    private static Conditions conditions(WorkOrderFilter filter) {
        return new Conditions()
                .clients(filter.clients())
                .and("status = :status", "status", name(filter.status()))
                .and("style_model = :style", "style", filter.styleModel())
                .and("coalesce(planned_start_date, planned_ship_date) >= :from", "from", filter.from())
                .and("coalesce(planned_start_date, planned_ship_date) <= :to", "to", filter.to());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /// All orders of the clients, whatever their state: what the figures are made of.
    public static List<WorkOrder> ofClients(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_work_order" + conditions.where() + " order by id")
                .map((row, context) -> order(row))
                .list();
    }

    /// @return the id it was given
    public static long insert(Handle handle, WorkOrder order) {
        return handle.createUpdate("insert into kpi_work_order (client_id, work_order_id, style_model,"
                        + " planned_quantity, planned_start_date, planned_ship_date, required_date, actual_start_date,"
                        + " actual_ship_date, ideal_cycle_time, priority_level, po_number, mto_number, notes, status,"
                        + " status_since, created_at, created_by, updated_at, updated_by, version) values (:client,"
                        + " :number, :style, :quantity, :start, :ship, :required, :started, :shipped, :cycle,"
                        + " :priority, :po, :mto, :notes, :status, :since, :created, :creator, :created, :creator, 1)")
                .bind("client", order.clientId())
                .bind("number", order.workOrderId())
                .bind("style", order.styleModel())
                .bind("quantity", order.plannedQuantity())
                .bind("start", order.plannedStartDate())
                .bind("ship", order.plannedShipDate())
                .bind("required", order.requiredDate())
                .bind("started", order.actualStartDate())
                .bind("shipped", order.actualShipDate())
                .bind("cycle", order.idealCycleTime())
                .bind("priority", order.priority().name())
                .bind("po", order.poNumber())
                .bind("mto", order.mtoNumber())
                .bind("notes", order.notes())
                .bind("status", order.status().name())
                .bind("since", order.statusSince())
                .bind("created", order.createdAt())
                .bind("creator", order.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /// Everything that people may change but the status.
    public static void update(Handle handle, WorkOrder order) {
        handle.execute(
                "update kpi_work_order set style_model = ?, planned_quantity = ?, planned_start_date = ?,"
                        + " planned_ship_date = ?, required_date = ?, actual_start_date = ?, actual_ship_date = ?,"
                        + " ideal_cycle_time = ?, priority_level = ?, po_number = ?, mto_number = ?, notes = ?,"
                        + " updated_at = ?, updated_by = ?, version = ? where id = ?",
                order.styleModel(),
                order.plannedQuantity(),
                order.plannedStartDate(),
                order.plannedShipDate(),
                order.requiredDate(),
                order.actualStartDate(),
                order.actualShipDate(),
                order.idealCycleTime(),
                order.priority().name(),
                order.poNumber(),
                order.mtoNumber(),
                order.notes(),
                order.updatedAt(),
                order.updatedBy(),
                order.version(),
                order.id());
    }

    /// Moves to another status and keeps the step.
    public static void setStatus(Handle handle, StatusChange change) {
        handle.execute(
                "update kpi_work_order set status = ?, status_since = ?, updated_at = ?, updated_by = ?,"
                        + " version = version + 1 where id = ?",
                change.to().name(),
                change.changedAt(),
                change.changedAt(),
                change.changedBy(),
                change.orderId());
        addStep(handle, change);
    }

    /// The first step of an order, or one that {@link #setStatus} made.
    public static void addStep(Handle handle, StatusChange change) {
        handle.execute(
                "insert into kpi_status_change (order_id, from_status, to_status, changed_at, changed_by)"
                        + " values (?, ?, ?, ?, ?)",
                change.orderId(),
                name(change.from()),
                change.to().name(),
                change.changedAt(),
                change.changedBy());
    }

    /// Oldest first.
    public static List<StatusChange> steps(Handle handle, long orderId) {
        return handle.createQuery("select * from kpi_status_change where order_id = :order order by id")
                .bind("order", orderId)
                .map((row, context) -> {
                    var from = row.getString("from_status");
                    return new StatusChange(
                            row.getLong("order_id"),
                            from == null ? null : WorkOrderStatus.valueOf(from),
                            WorkOrderStatus.valueOf(row.getString("to_status")),
                            Cells.instant(row, "changed_at"),
                            row.getString("changed_by"));
                })
                .list();
    }

    /// Brings the first and the last day with production in line with the daily sums.
    public static void setEntryDates(Handle handle, long orderId) {
        handle.execute(
                "update kpi_work_order set first_entry_date = (select min(shift_date) from kpi_entry_day where"
                        + " order_id = ? and entries > 0), last_entry_date = (select max(shift_date) from"
                        + " kpi_entry_day where order_id = ? and entries > 0) where id = ?",
                orderId,
                orderId,
                orderId);
    }

    /// Widens the days with production by some more.
    public static void widenEntryDates(Handle handle, long orderId, LocalDate first, LocalDate last) {
        handle.execute(
                "update kpi_work_order set first_entry_date = case when first_entry_date is null or"
                        + " first_entry_date > ? then ? else first_entry_date end, last_entry_date = case when"
                        + " last_entry_date is null or last_entry_date < ? then ? else last_entry_date end where id = ?",
                first,
                first,
                last,
                last,
                orderId);
    }

    static WorkOrder order(ResultSet row) throws SQLException {
        return new WorkOrder(
                row.getLong("id"),
                row.getString("client_id"),
                row.getString("work_order_id"),
                row.getString("style_model"),
                row.getLong("planned_quantity"),
                Cells.dayOrNull(row, "planned_start_date"),
                Cells.dayOrNull(row, "planned_ship_date"),
                Cells.dayOrNull(row, "required_date"),
                Cells.dayOrNull(row, "actual_start_date"),
                Cells.dayOrNull(row, "actual_ship_date"),
                Cells.numberOrNull(row, "ideal_cycle_time"),
                Priority.valueOf(row.getString("priority_level")),
                row.getString("po_number"),
                row.getString("mto_number"),
                row.getString("notes"),
                WorkOrderStatus.valueOf(row.getString("status")),
                Cells.instant(row, "status_since"),
                Cells.dayOrNull(row, "first_entry_date"),
                Cells.dayOrNull(row, "last_entry_date"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                Cells.instant(row, "updated_at"),
                row.getString("updated_by"),
                row.getInt("version"));
    }
}
