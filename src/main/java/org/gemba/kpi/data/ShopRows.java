package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gemba.kpi.AbsenceType;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.db.Cells;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.mapper.RowMapper;

/// Downtime, inspections and attendance row by row, oldest first.
public final class ShopRows {
    private final Database database;

    public ShopRows(Database database) {
        this.database = database;
    }

    /// Noted downtime, and what entries say where nobody noted any.
    public List<KpiRow.Stop> stops(String clientId, LocalDate from, LocalDate to, int most) {
        return list("""
                select s.*, o.work_order_id from (
                    select client_id, shift_date, order_id, shift_type, reason, minutes, notes, id from kpi_downtime
                    where client_id = :client and shift_date between :from and :to
                    union all
                    select d.client_id, d.shift_date, d.order_id, d.shift_type, 'OTHER', d.downtime_minutes, null, 0
                    from kpi_entry_day d
                    where d.client_id = :client and d.shift_date between :from and :to and d.downtime_minutes > 0
                        and not exists (
                            select 1 from kpi_downtime_day n
                            where n.client_id = d.client_id and n.shift_date = d.shift_date
                                and n.order_id = d.order_id and n.shift_type = d.shift_type)
                ) s join kpi_work_order o on o.id = s.order_id
                order by s.shift_date, s.id limit :most""", clientId, from, to, most, (row, context) -> stop(row));
    }

    private static KpiRow.Stop stop(ResultSet row) throws SQLException {
        return new KpiRow.Stop(
                row.getString("client_id"),
                Cells.day(row, "shift_date"),
                row.getString("work_order_id"),
                ShiftType.valueOf(row.getString("shift_type")),
                DowntimeReason.valueOf(row.getString("reason")),
                row.getInt("minutes"),
                row.getString("notes"));
    }

    public List<KpiRow.Inspected> inspections(String clientId, LocalDate from, LocalDate to, int most) {
        return list("""
                select i.*, o.work_order_id from kpi_inspection i join kpi_work_order o on o.id = i.order_id
                where i.client_id = :client and i.shift_date between :from and :to
                order by i.shift_date, i.id limit :most""", clientId, from, to, most, (row, context) -> inspected(row));
    }

    private static KpiRow.Inspected inspected(ResultSet row) throws SQLException {
        return new KpiRow.Inspected(
                row.getString("client_id"),
                Cells.day(row, "shift_date"),
                row.getString("work_order_id"),
                row.getString("operation_checked"),
                row.getLong("units_inspected"),
                row.getLong("units_passed"),
                row.getLong("units_defective"),
                row.getLong("total_defects_count"),
                row.getLong("units_rework"),
                row.getLong("units_repair"));
    }

    public List<KpiRow.Person> attendance(String clientId, LocalDate from, LocalDate to, int most) {
        return list("""
                select a.* from kpi_attendance a
                where a.client_id = :client and a.shift_date between :from and :to
                order by a.shift_date, a.id limit :most""", clientId, from, to, most, (row, context) -> person(row));
    }

    private static KpiRow.Person person(ResultSet row) throws SQLException {
        var absent = Cells.number(row, "absence_hours");
        boolean isCovered = row.getString("covered_by") != null && row.getBoolean("coverage_confirmed");
        var type = row.getString("absence_type");
        return new KpiRow.Person(
                row.getString("client_id"),
                Cells.day(row, "shift_date"),
                row.getString("employee_id"),
                ShiftType.valueOf(row.getString("shift_type")),
                Cells.number(row, "scheduled_hours"),
                absent,
                isCovered ? java.math.BigDecimal.ZERO : absent,
                type == null ? null : AbsenceType.valueOf(type));
    }

    private <T> List<T> list(String sql, String clientId, LocalDate from, LocalDate to, int most, RowMapper<T> mapper) {
        return database.read(handle -> handle.createQuery(sql)
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .map(mapper)
                .list());
    }
}
