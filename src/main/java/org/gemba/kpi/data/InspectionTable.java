package org.gemba.kpi.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.gemba.kpi.DefectType;
import org.gemba.kpi.Inspection;
import org.gemba.kpi.InspectionDay;
import org.gemba.kpi.InspectionMethod;
import org.gemba.kpi.RootCause;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Inspections, their defects and the daily sums.
public final class InspectionTable {
    private InspectionTable() {}

    public static long insert(Handle handle, Inspection inspection) {
        addToDay(handle, inspection);
        long id = handle.createUpdate("insert into kpi_inspection (client_id, order_id, shift_date, operation_checked,"
                        + " method, units_inspected, units_passed, units_defective, total_defects_count, units_rework,"
                        + " units_repair, created_at, created_by) values (:client, :order, :day, :operation, :method,"
                        + " :inspected, :passed, :defective, :defects, :rework, :repair, :at, :by)")
                .bind("client", inspection.clientId())
                .bind("order", inspection.orderId())
                .bind("day", inspection.shiftDate())
                .bind("operation", inspection.operationChecked())
                .bind("method", inspection.method().code())
                .bind("inspected", inspection.unitsInspected())
                .bind("passed", inspection.unitsPassed())
                .bind("defective", inspection.unitsDefective())
                .bind("defects", inspection.totalDefects())
                .bind("rework", inspection.unitsRework())
                .bind("repair", inspection.unitsRepair())
                .bind("at", inspection.createdAt())
                .bind("by", inspection.createdBy())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        int line = 0;
        for (var defect : inspection.defects()) {
            handle.execute(
                    "insert into kpi_defect (inspection_id, line, defect_type, root_cause, defect_count)"
                            + " values (?, ?, ?, ?, ?)",
                    id,
                    ++line,
                    defect.type().name(),
                    defect.rootCause().name(),
                    defect.count());
        }
        return id;
    }

    private static void addToDay(Handle handle, Inspection inspection) {
        Object[] change = {
            inspection.unitsInspected(),
            inspection.unitsPassed(),
            inspection.unitsDefective(),
            inspection.totalDefects(),
            inspection.unitsRework(),
            inspection.unitsRepair(),
            inspection.clientId(),
            inspection.shiftDate(),
            inspection.orderId()
        };
        int known = handle.execute(
                "update kpi_inspection_day set inspections = inspections + 1, units_inspected = units_inspected + ?,"
                        + " units_passed = units_passed + ?, units_defective = units_defective + ?,"
                        + " total_defects_count = total_defects_count + ?, units_rework = units_rework + ?,"
                        + " units_repair = units_repair + ? where client_id = ? and shift_date = ? and order_id = ?",
                change);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_inspection_day (units_inspected, units_passed, units_defective, total_defects_count,"
                        + " units_rework, units_repair, client_id, shift_date, order_id, inspections)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
                change);
    }

    /// The newest first; both days belong to it.
    public static List<Inspection> list(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions().and("order_id = :order", "order", filter.orderId());
        var found = conditions
                .query(
                        handle,
                        "select * from kpi_inspection" + conditions.where()
                                + " order by shift_date desc, id desc limit :limit offset :offset")
                .bind("limit", filter.limit())
                .bind("offset", filter.offset())
                .map((row, context) -> row.getLong("id"))
                .list();
        return found.isEmpty() ? List.of() : read(handle, found);
    }

    private static List<Inspection> read(Handle handle, List<Long> ids) {
        var defects = new HashMap<Long, List<Inspection.Defect>>();
        handle.createQuery("select * from kpi_defect where inspection_id in (<ids>) order by inspection_id, line")
                .bindList("ids", ids)
                .map((row, context) -> {
                    var defect = new Inspection.Defect(
                            DefectType.valueOf(row.getString("defect_type")),
                            RootCause.valueOf(row.getString("root_cause")),
                            row.getLong("defect_count"));
                    return defects.computeIfAbsent(row.getLong("inspection_id"), id -> new ArrayList<>())
                            .add(defect);
                })
                .list();
        return handle.createQuery("select * from kpi_inspection where id in (<ids>) order by shift_date desc, id desc")
                .bindList("ids", ids)
                .map((row, context) -> inspection(row, defects.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    public static long count(Handle handle, ShopFilter filter) {
        var conditions = filter.conditions().and("order_id = :order", "order", filter.orderId());
        return conditions
                .query(handle, "select coalesce(sum(inspections), 0) from kpi_inspection_day" + conditions.where())
                .mapTo(Long.class)
                .one();
    }

    /// The daily sums, oldest first.
    public static List<InspectionDay> between(
            Handle handle, @Nullable List<String> clients, @Nullable LocalDate from, @Nullable LocalDate to) {
        var conditions = new Conditions().clients(clients).days(from, to);
        return conditions
                .query(
                        handle,
                        "select * from kpi_inspection_day" + conditions.where()
                                + " order by client_id, shift_date, order_id")
                .map((row, context) -> new InspectionDay(
                        row.getString("client_id"),
                        Cells.day(row, "shift_date"),
                        row.getLong("order_id"),
                        row.getInt("inspections"),
                        row.getLong("units_inspected"),
                        row.getLong("units_passed"),
                        row.getLong("units_defective"),
                        row.getLong("total_defects_count"),
                        row.getLong("units_rework"),
                        row.getLong("units_repair")))
                .list();
    }

    private static Inspection inspection(ResultSet row, List<Inspection.Defect> defects) throws SQLException {
        return new Inspection(
                row.getLong("id"),
                row.getString("client_id"),
                row.getLong("order_id"),
                Cells.day(row, "shift_date"),
                row.getString("operation_checked"),
                InspectionMethod.of(row.getString("method")).orElse(InspectionMethod.OTHER),
                row.getLong("units_inspected"),
                row.getLong("units_passed"),
                row.getLong("units_defective"),
                row.getLong("total_defects_count"),
                row.getLong("units_rework"),
                row.getLong("units_repair"),
                defects,
                Cells.instant(row, "created_at"),
                row.getString("created_by"));
    }
}
