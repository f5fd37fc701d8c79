package org.gemba.kpi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.platform.error.Faults;

/// The columns of an uploaded file of entries, by the names of the document in any order. Columns of other names are
/// passed over.
final class BatchColumns {
    static final List<String> KNOWN = List.of(
            "work_order_id",
            "client_id",
            "job_id",
            "shift_date",
            "shift_type",
            "operation_id",
            "units_produced",
            "units_defective",
            "run_time_hours",
            "employees_assigned",
            "employees_present",
            "shift_hours_scheduled",
            "downtime_total_minutes",
            "notes");
    static final List<String> REQUIRED = List.of(
            "work_order_id", "shift_date", "shift_type", "units_produced", "run_time_hours", "employees_assigned");

    private final Map<String, Integer> places;

    private BatchColumns(Map<String, Integer> places) {
        this.places = places;
    }

    /// @throws AppError.InvalidInput naming every column that is missing or there twice
    static BatchColumns of(List<String> header) {
        var places = new HashMap<String, Integer>();
        var faults = new Faults();
        for (int place = 0; place < header.size(); place++) {
            var name = header.get(place).strip().toLowerCase(Locale.ROOT);
            if (KNOWN.contains(name) && places.putIfAbsent(name, place) != null) {
                faults.broken(true, name, null, "is a column twice");
            }
        }
        for (var name : REQUIRED) {
            faults.broken(!places.containsKey(name), name, null, "is a column that the file must have");
        }
        faults.check();
        return new BatchColumns(places);
    }

    /// What stands in a column of a row; empty for a column that the file does not have.
    String cell(List<String> cells, String column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }
}
