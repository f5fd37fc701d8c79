package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gemba.kpi.CycleTime;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.KpiRow;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.calc.CycleTimes;
import org.gemba.platform.db.Cells;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Single entries with what figures want beside them: the rows behind a figure, of a report, of a workbook.
public final class EntryRows {
    private static final String ROWS = """
            select e.*, o.work_order_id, o.style_model, o.ideal_cycle_time, j.job_id job_number
            from kpi_entry e join kpi_work_order o on o.id = e.order_id left join kpi_job j on j.id = e.job_id
            where e.client_id = :client and e.shift_date between :from and :to and e.state <> 'WITHDRAWN'""";

    private final Database database;

    public EntryRows(Database database) {
        this.database = database;
    }

    /// Oldest first.
    public List<KpiRow.Entry> list(String clientId, LocalDate from, LocalDate to, @Nullable Long orderId, int most) {
        var rows = new ArrayList<KpiRow.Entry>();
        database.read(handle -> {
            each(handle, clientId, from, to, orderId, most, rows::add);
            return rows;
        });
        return rows;
    }

    /// Hands out every entry, oldest first, without keeping them.
    public void each(String clientId, LocalDate from, LocalDate to, Consumer<KpiRow.Entry> consumer) {
        database.read(handle -> {
            each(handle, clientId, from, to, null, Integer.MAX_VALUE, consumer);
            return clientId;
        });
    }

    private static void each(
            Handle handle,
            String clientId,
            LocalDate from,
            LocalDate to,
            @Nullable Long orderId,
            int most,
            Consumer<KpiRow.Entry> consumer) {
        var times = cycleTimes(handle, clientId, from, to);
        var sql =
                ROWS + (orderId == null ? "" : " and e.order_id = :order") + " order by e.shift_date, e.id limit :most";
        var query = handle.createQuery(sql)
                .bind("client", clientId)
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .setFetchSize(500);
        if (orderId != null) query.bind("order", orderId);
        query.map((row, context) -> row(row, times)).forEach(consumer);
    }

    private static CycleTimes cycleTimes(Handle handle, String clientId, LocalDate from, LocalDate to) {
        var standards = StandardTable.cycleTimes(handle, List.of(clientId)).stream()
                .collect(Collectors.toMap(CycleTime::styleModel, CycleTime::idealCycleTime));
        var styles = new HashSet<>(handle.createQuery("select distinct style_model from kpi_work_order"
                        + " where client_id = :client and ideal_cycle_time is null")
                .bind("client", clientId)
                .mapTo(String.class)
                .list());
        styles.removeAll(standards.keySet());
        return new CycleTimes(standards, FactSums.worked(handle, clientId, styles, from, to));
    }

    private static KpiRow.Entry row(ResultSet row, CycleTimes times) throws SQLException {
        var day = Cells.day(row, "shift_date");
        var style = row.getString("style_model");
        return new KpiRow.Entry(
                new EntryId(row.getLong("id")).toString(),
                row.getString("client_id"),
                row.getString("work_order_id"),
                row.getString("job_number"),
                style,
                day,
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
                row.getString("created_name"),
                EntryState.valueOf(row.getString("state")) == EntryState.VERIFIED,
                times.of(Cells.numberOrNull(row, "ideal_cycle_time"), style, day));
    }
}
