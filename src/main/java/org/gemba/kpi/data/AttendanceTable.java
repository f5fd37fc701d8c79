package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.AbsenceType;
import org.gemba.kpi.Attendance;
import org.gemba.kpi.AttendanceDay;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Attendance and its daily sums.
public final class AttendanceTable {
    private AttendanceTable() {}

    public static long insert(Handle handle, Attendance attendance) {
        addToDay(handle, attendance);
        var type = attendance.absenceType();
        return handle.createUpdate("insert into kpi_attendance (client_id, employee_id, shift_date, shift_type,"
                        + " scheduled_hours, actual_hours, is_absent, absence_type, absence_hours, covered_by,"
                        + " coverage_confirmed, created_at, created_by) values (:client, :employee, :day, :shift,"
                        + " :scheduled, :actual, :absent, :type, :hours, :coveredBy, :confirmed, :at, :by)")
                .bind("client", attendance.clientId())
                .bind("employee", attendance.employeeId())
                .bind("day", attendance.shiftDate())
                .bind("shift", attendance.shiftType().name())
                .bind("scheduled", attendance.scheduledHours())
                .bind("actual", attendance.actualHours())
                .bind("absent", attendance.absent())
                .bind("type", type == null ? null : type.name())
                .bind("hours", attendance.absenceHours())
                .bind("coveredBy", attendance.coveredBy())
                .bind("confirmed", attendance.coverageConfirmed())
                .bind("at", attendance.createdAt())
                .bind("by", attendance.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static void addToDay(Handle handle, Attendance attendance) {
        Object[] change = {
            attendance.absent() ? 1 : 0,
            attendance.scheduledHours(),
            attendance.absenceHours(),
            attendance.coveredHours(),
            attendance.clientId(),
            attendance.shiftDate(),
            attendance.shiftType().name()
        };
        int known = handle.execute(
                "update kpi_attendance_day set employees = employees + 1, absent = absent + ?,"
                        + " scheduled_hours = scheduled_hours + ?, absence_hours = absence_hours + ?,"
                        + " covered_hours = covered_hours + ? where client_id = ? and shift_date = ?"
                        + " and shift_type = ?",
                change);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_attendance_day (absent, scheduled_hours, absence_hours, covered_hours, client_id,"
                        + " shift_date, shift_type, employees) values (?, ?, ?, ?, ?, ?, ?, 1)",
                change);
    }

    /// Those of one shift.
    public static List<Attendance> ofShift(Handle handle, String clientId, LocalDate day, ShiftType shift) {
        return handle.createQuery("select * from kpi_attendance where client_id = :client and shift_date = :day"
                        + " and shift_type = :shift order by employee_id")
                .bind("client", clientId)
                .bind("day", day)
                .bind("shift", shift.name())
                .map((row, context) -> attendance(row))
                .list();
    }

    /// The newest first; both days belong to it.
    public static List<Attendance> list(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions();
        return conditions
                .query(
                        handle,
                        "select * from kpi_attendance" + conditions.where()
                                + " order by shift_date desc, shift_type, employee_id limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map((row, context) -> attendance(row))
                .list();
    }

    public static long count(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions();
        return conditions
                .query(handle, "select coalesce(sum(employees), 0) from kpi_attendance_day" + conditions.where())
                .mapTo(Long.class)
                .one();
    }

    /// The daily sums, oldest first.
    public static List<AttendanceDay> between(
            Handle handle, @Nullable List<String> clients, @Nullable LocalDate from, @Nullable LocalDate to) {
        var conditions = new Conditions().clients(clients).days(from, to);
        return conditions
                .query(
                        handle,
                        "select * from kpi_attendance_day" + conditions.where()
                                + " order by client_id, shift_date, shift_type")
                .map((row, context) -> new AttendanceDay(
                        row.getString("client_id"),
                        Cells.day(row, "shift_date"),
                        ShiftType.valueOf(row.getString("shift_type")),
                        row.getInt("employees"),
                        row.getInt("absent"),
                        Cells.number(row, "scheduled_hours"),
                        Cells.number(row, "absence_hours"),
                        Cells.number(row, "covered_hours")))
                .list();
    }

    private static Attendance attendance(ResultSet row) throws SQLException {
        var type = row.getString("absence_type");
        return new Attendance(
                row.getLong("id"),
                row.getString("client_id"),
                row.getString("employee_id"),
                Cells.day(row, "shift_date"),
                ShiftType.valueOf(row.getString("shift_type")),
                Cells.number(row, "scheduled_hours"),
                Cells.number(row, "actual_hours"),
                row.getBoolean("is_absent"),
                type == null ? null : AbsenceType.valueOf(type),
                Cells.number(row, "absence_hours"),
                row.getString("covered_by"),
                row.getBoolean("coverage_confirmed"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
