package org.gemba.kpi.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.kpi.CycleTime;
import org.gemba.kpi.KpiName;
import org.gemba.kpi.PartOpportunities;
import org.gemba.kpi.Shift;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.Target;
import org.gemba.platform.db.Cells;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What a client has laid down: targets, cycle times, opportunities for defects, shifts.
public final class StandardTable {
    private StandardTable() {}

    /// Only those that clients have set themselves.
    public static List<Target> targets(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_target" + conditions.where() + " order by client_id, kpi")
                .map((row, context) -> new Target(
                        row.getString("client_id"),
                        KpiName.valueOf(row.getString("kpi")),
                        Cells.number(row, "target"),
                        true))
                .list();
    }

    public static void put(Handle handle, Target target, Instant at, String who) {
        Object[] row = {
            target.target(), at, who, target.clientId(), target.kpi().name()
        };
        int known = handle.execute(
                "update kpi_target set target = ?, changed_at = ?, changed_by = ? where client_id = ? and kpi = ?",
                row);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_target (target, changed_at, changed_by, client_id, kpi) values (?, ?, ?, ?, ?)", row);
    }

    public static List<CycleTime> cycleTimes(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(handle, "select * from kpi_cycle_time" + conditions.where() + " order by client_id, style_model")
                .map((row, context) -> new CycleTime(
                        row.getString("client_id"),
                        row.getString("style_model"),
                        Cells.number(row, "ideal_cycle_time")))
                .list();
    }

    public static void put(Handle handle, CycleTime standard, Instant at, String who) {
        Object[] row = {standard.idealCycleTime(), at, who, standard.clientId(), standard.styleModel()};
        int known = handle.execute(
                "update kpi_cycle_time set ideal_cycle_time = ?, changed_at = ?, changed_by = ? where client_id = ?"
                        + " and style_model = ?",
                row);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_cycle_time (ideal_cycle_time, changed_at, changed_by, client_id, style_model)"
                        + " values (?, ?, ?, ?, ?)",
                row);
    }

    public static List<PartOpportunities> opportunities(Handle handle, @Nullable List<String> clients) {
        var conditions = new Conditions().clients(clients);
        return conditions
                .query(
                        handle,
                        "select * from kpi_part_opportunities" + conditions.where()
                                + " order by client_id, part_number")
                .map((row, context) -> new PartOpportunities(
                        row.getString("client_id"), row.getString("part_number"), row.getInt("opportunities_per_unit")))
                .list();
    }

    public static void put(Handle handle, PartOpportunities part, Instant at, String who) {
        Object[] row = {part.opportunitiesPerUnit(), at, who, part.clientId(), part.partNumber()};
        int known = handle.execute(
                "update kpi_part_opportunities set opportunities_per_unit = ?, changed_at = ?, changed_by = ?"
                        + " where client_id = ? and part_number = ?",
                row);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_part_opportunities (opportunities_per_unit, changed_at, changed_by, client_id,"
                        + " part_number) values (?, ?, ?, ?, ?)",
                row);
    }

    /// Only those that the client has set itself.
    public static List<Shift> shifts(Handle handle, String clientId) {
        return handle.createQuery("select * from kpi_shift where client_id = :client")
                .bind("client", clientId)
                .map((row, context) -> new Shift(
                        row.getString("client_id"),
                        ShiftType.valueOf(row.getString("shift_type")),
                        row.getObject("starts_at", LocalTime.class),
                        row.getObject("ends_at", LocalTime.class),
                        Cells.number(row, "hours"),
                        weekdays(row.getString("weekdays"))))
                .list();
    }

    private static Set<DayOfWeek> weekdays(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(day -> !day.isEmpty())
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
    }

    public static void put(Handle handle, Shift shift, Instant at, String who) {
        var weekdays = shift.weekdays().stream()
                .sorted()
                .map(day -> Integer.toString(day.getValue()))
                .collect(Collectors.joining(","));
        Object[] row = {
            shift.startsAt(),
            shift.endsAt(),
            shift.hours(),
            weekdays,
            at,
            who,
            shift.clientId(),
            shift.type().name()
        };
        int known = handle.execute(
                "update kpi_shift set starts_at = ?, ends_at = ?, hours = ?, weekdays = ?, changed_at = ?,"
                        + " changed_by = ? where client_id = ? and shift_type = ?",
                row);
        if (known > 0) return;
        handle.execute(
                "insert into kpi_shift (starts_at, ends_at, hours, weekdays, changed_at, changed_by, client_id,"
                        + " shift_type) values (?, ?, ?, ?, ?, ?, ?, ?)",
                row);
    }
}
