package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gemba.kpi.Job;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The jobs of work orders.
public final class JobTable {
    private JobTable() {}

    public static long insert(Handle handle, Job job) {
        return handle.createUpdate("insert into kpi_job (client_id, order_id, job_id, part_number, quantity_ordered,"
                        + " quantity_completed, quantity_scrapped, created_at, created_by, version) values (:client,"
                        + " :order, :job, :part, :ordered, :completed, :scrapped, :at, :by, 1)")
                .bind("client", job.clientId())
                .bind("order", job.orderId())
                .bind("job", job.jobId())
                .bind("part", job.partNumber())
                .bind("ordered", job.quantityOrdered())
                .bind("completed", job.quantityCompleted())
                .bind("scrapped", job.quantityScrapped())
                .bind("at", job.createdAt())
                .bind("by", job.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public static void update(Handle handle, Job job) {
        handle.execute(
                "update kpi_job set part_number = ?, quantity_ordered = ?, quantity_completed = ?,"
                        + " quantity_scrapped = ?, version = ? where id = ?",
                job.partNumber(),
                job.quantityOrdered(),
                job.quantityCompleted(),
                job.quantityScrapped(),
                job.version(),
                job.id());
    }

    public static List<Job> ofOrder(Handle handle, long orderId) {
        return handle.createQuery("select * from kpi_job where order_id = :order order by id")
                .bind("order", orderId)
                .map((row, context) -> job(row))
                .list();
    }

    /// The numbers of some jobs by their id.
    public static Map<Long, String> names(Handle handle, List<Long> ids) {
        var names = new HashMap<Long, String>();
        if (ids.isEmpty()) return names;
        handle.createQuery("select id, job_id from kpi_job where id in (<ids>)")
                .bindList("ids", ids)
                .map((row, context) -> names.put(row.getLong("id"), row.getString("job_id")))
                .list();
        return names;
    }

    public static List<Job> ofClients(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_job" + conditions.where() + " order by id")
                .map((row, context) -> job(row))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("client_id"),
                row.getLong("order_id"),
                row.getString("job_id"),
                row.getString("part_number"),
                row.getLong("quantity_ordered"),
                row.getLong("quantity_completed"),
                row.getLong("quantity_scrapped"),
                Cells.instant(row, "created_at"),
                row.getString("created_by"),
                row.getInt("version"));
    }
}
