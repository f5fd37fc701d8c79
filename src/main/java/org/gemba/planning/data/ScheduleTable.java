package org.gemba.planning.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gemba.access.Caller;
import org.gemba.planning.PlannedSchedule;
import org.gemba.planning.ScheduleFigures;
import org.gemba.planning.ScheduleItem;
import org.gemba.planning.ScheduleOrder;
import org.gemba.planning.ScheduleStatus;
import org.gemba.platform.db.Cells;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;

/// The schedules and their items.
public final class ScheduleTable {
    private ScheduleTable() {}

    public static Optional<PlannedSchedule> find(Handle handle, long id) {
        return handle.createQuery("select * from planning_schedule where id = :id")
                .bind("id", id)
                .map((row, context) -> schedule(row, items(handle, id)))
                .findOne();
    }

    /// @throws AppError.NotFound when there is none
    public static PlannedSchedule get(Handle handle, long id) {
        return find(handle, id).orElseThrow(() -> new AppError.NotFound("Schedule", String.valueOf(id)));
    }

    public static Optional<Long> idOfTask(Handle handle, UUID task) {
        return handle.createQuery("select id from planning_schedule where task_id = :task")
                .bind("task", task)
                .mapTo(Long.class)
                .findOne();
    }

    /// Newest first, without items.
    public static List<PlannedSchedule> list(Handle handle, int limit, long offset) {
        return handle.createQuery("select * from planning_schedule order by id desc limit :limit offset :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> schedule(row, List.of()))
                .list();
    }

    public static long count(Handle handle) {
        return handle.createQuery("select count(*) from planning_schedule")
                .mapTo(Long.class)
                .one();
    }

    /// @return the id it was given
    public static long insert(Handle handle, PlannedSchedule schedule) {
        long id = handle.createUpdate("insert into planning_schedule (task_id, name, start_date, end_date, status,"
                        + " request, figures, remark, copy_of, created_at, created_by, updated_at, updated_by,"
                        + " version) values (:task, :name, :start, :end, :status, :request, :figures, :remark,"
                        + " :copy, :now, :who, :now, :who, 1)")
                .bind("task", schedule.taskId())
                .bind("name", schedule.order().name())
                .bind("start", schedule.order().startDate())
                .bind("end", schedule.order().endDate())
                .bind("status", schedule.status().name())
                .bind("request", Texts.of(schedule.order()))
                .bind("figures", Texts.of(schedule.figures()))
                .bind("remark", schedule.remark())
                .bind("copy", schedule.copyOf())
                .bind("now", schedule.createdAt())
                .bind("who", schedule.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        putItems(handle, id, schedule.items());
        return id;
    }

    public static void setTask(Handle handle, long id, UUID task) {
        handle.execute("update planning_schedule set task_id = ? where id = ?", task, id);
    }

    /// Replaces what is stored, with a line in the audit.
    public static void save(
            Handle handle, Ground ground, Caller caller, String action, PlannedSchedule before, PlannedSchedule after) {
        update(handle, after);
        ground.audit(handle, caller, action, "planning_schedule", before.id(), told(before), told(after));
    }

    private static Map<String, Object> told(PlannedSchedule schedule) {
        var starts = new TreeMap<String, String>();
        for (var item : schedule.items()) {
            starts.put(String.valueOf(item.jobId()), item.resourceId() + " " + item.startTime());
        }
        return Map.of("status", schedule.status().name(), "jobs", starts);
    }

    private static void update(Handle handle, PlannedSchedule schedule) {
        handle.execute(
                "update planning_schedule set status = ?, figures = ?, remark = ?, updated_at = ?, updated_by = ?,"
                        + " version = ? where id = ?",
                schedule.status().name(),
                Texts.of(schedule.figures()),
                schedule.remark(),
                schedule.updatedAt(),
                schedule.updatedBy(),
                schedule.version(),
                schedule.id());
        handle.execute("delete from planning_schedule_item where schedule_id = ?", schedule.id());
        putItems(handle, schedule.id(), schedule.items());
    }

    public static void delete(Handle handle, long id) {
        handle.execute("delete from planning_schedule_item where schedule_id = ?", id);
        handle.execute("delete from planning_schedule where id = ?", id);
    }

    /// Minutes of work and set-up that published schedules hold on a resource, by the day on which the item begins.
    public record Busy(long resourceId, Instant startTime, int minutes) {}

    public static List<Busy> busy(Handle handle, Instant from, Instant until) {
        return handle.createQuery(
                        "select i.resource_id, i.start_time, i.duration_minutes + i.setup_minutes as minutes"
                                + " from planning_schedule_item i join planning_schedule s on s.id = i.schedule_id where"
                                + " s.status in ('APPROVED', 'IN_PROGRESS') and i.start_time >= :from and i.start_time < :until")
                .bind("from", from)
                .bind("until", until)
                .map((row, context) ->
                        new Busy(row.getLong("resource_id"), Cells.instant(row, "start_time"), row.getInt("minutes")))
                .list();
    }

    private static void putItems(Handle handle, long id, List<ScheduleItem> items) {
        if (items.isEmpty()) return;
        var batch = handle.prepareBatch("insert into planning_schedule_item (schedule_id, job_id, product_id,"
                + " quantity, due_date, priority, resource_id, setup_start, setup_minutes, start_time, end_time,"
                + " duration_minutes, late_minutes, late_reason, is_pinned, status) values (:schedule, :job, :product,"
                + " :quantity, :due, :priority, :resource, :setupStart, :setup, :start, :end, :duration, :late,"
                + " :reason, :pinned, :status)");
        for (var item : items) {
            batch.bind("schedule", id)
                    .bind("job", item.jobId())
                    .bind("product", item.productId())
                    .bind("quantity", item.quantity())
                    .bind("due", item.dueDate())
                    .bind("priority", item.priority())
                    .bind("resource", item.resourceId())
                    .bind("setupStart", item.setupStart())
                    .bind("setup", item.setupMinutes())
                    .bind("start", item.startTime())
                    .bind("end", item.endTime())
                    .bind("duration", item.durationMinutes())
                    .bind("late", item.lateMinutes())
                    .bind("reason", item.lateReason())
                    .bind("pinned", item.isPinned())
                    .bind("status", item.status())
                    .add();
        }
        batch.execute();
    }

    private static List<ScheduleItem> items(Handle handle, long id) {
        return handle.createQuery("select * from planning_schedule_item where schedule_id = :id order by job_id")
                .bind("id", id)
                .map((row, context) -> item(row))
                .list();
    }

    private static ScheduleItem item(ResultSet row) throws SQLException {
        return new ScheduleItem(
                row.getInt("job_id"),
                row.getLong("product_id"),
                Cells.number(row, "quantity"),
                row.getObject("due_date", LocalDate.class),
                row.getInt("priority"),
                row.getLong("resource_id"),
                Cells.instant(row, "setup_start"),
                row.getInt("setup_minutes"),
                Cells.instant(row, "start_time"),
                Cells.instant(row, "end_time"),
                row.getInt("duration_minutes"),
                row.getInt("late_minutes"),
                row.getString("late_reason"),
                row.getBoolean("is_pinned"),
                row.getString("status"));
    }

    private static PlannedSchedule schedule(ResultSet row, List<ScheduleItem> items) throws SQLException {
        var figures = row.getString("figures");
        return new PlannedSchedule(
                row.getLong("id"),
                row.getObject("task_id", UUID.class),
                Texts.read(row.getString("request"), ScheduleOrder.class),
                ScheduleStatus.valueOf(row.getString("status")),
                figures == null ? null : Texts.read(figures, ScheduleFigures.class),
                row.getString("remark"),
                Cells.longOrNull(row, "copy_of"),
                items,
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                Cells.instant(row, "updated_at"),
                row.getString("updated_by"),
                row.getInt("version"));
    }
}
