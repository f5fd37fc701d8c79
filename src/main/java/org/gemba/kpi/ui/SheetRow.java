package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gemba.kpi.EntryLine;
import org.gemba.kpi.NewEntry;
import org.gemba.kpi.ShiftType;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.jspecify.annotations.Nullable;

/// One line of a shift's sheet, as far as it is filled in.
///
/// @param stored the entry that it became; null as long as it is none
/// @param touched whether it differs from what is stored
/// @param refused why it could not be saved, in words; empty when nothing was refused
record SheetRow(
        String workOrder,
        String operation,
        @Nullable BigDecimal units,
        @Nullable BigDecimal defective,
        @Nullable BigDecimal run,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal present,
        @Nullable BigDecimal downtime,
        String notes,
        @Nullable EntryLine stored,
        boolean touched,
        String refused) {
    static final SheetRow EMPTY = new SheetRow("", "", null, null, null, null, null, null, "", null, false, "");

    enum State {
        /// Nothing was counted yet.
        BLANK,
        NEW,
        CHANGED,
        SAVED,
        WRONG
    }

    static SheetRow of(EntryLine line) {
        var entry = line.entry();
        var present = entry.employeesPresent();
        return new SheetRow(
                line.order().workOrderId(),
                entry.operationId() == null ? "" : entry.operationId(),
                BigDecimal.valueOf(entry.unitsProduced()),
                BigDecimal.valueOf(entry.unitsDefective()),
                entry.runTimeHours(),
                BigDecimal.valueOf(entry.employeesAssigned()),
                present == null ? null : BigDecimal.valueOf(present),
                BigDecimal.valueOf(entry.downtimeMinutes()),
                entry.notes() == null ? "" : entry.notes(),
                line,
                false,
                "");
    }

    /// A line of the shift before without what was counted in it.
    static SheetRow like(EntryLine line) {
        var entry = line.entry();
        return new SheetRow(
                line.order().workOrderId(),
                entry.operationId() == null ? "" : entry.operationId(),
                null,
                null,
                null,
                BigDecimal.valueOf(entry.employeesAssigned()),
                null,
                null,
                "",
                null,
                false,
                "");
    }

    static SheetRow of(String workOrder) {
        return new SheetRow(workOrder, "", null, null, null, null, null, null, "", null, false, "");
    }

    boolean isBlank() {
        return stored == null && units == null && run == null && defective == null && notes.isEmpty();
    }

    State state() {
        if (isBlank()) return State.BLANK;
        if (!refused.isEmpty() || !faults(LocalDate.EPOCH, ShiftType.OTHER).isEmpty()) return State.WRONG;
        if (stored == null) return State.NEW;
        return touched ? State.CHANGED : State.SAVED;
    }

    /// What is missing or breaks a rule by itself, under the names of the document.
    List<FieldError> faults(LocalDate day, ShiftType shift) {
        var faults = new ArrayList<FieldError>();
        if (workOrder.isEmpty()) faults.add(missing("work_order_id"));
        if (units == null) faults.add(missing("units_produced"));
        if (run == null) faults.add(missing("run_time_hours"));
        if (assigned == null) faults.add(missing("employees_assigned"));
        if (!faults.isEmpty()) return faults;
        return asked(null, day, shift).faultsByItself();
    }

    private static FieldError missing(String field) {
        return FieldError.body(field, null, new Rule.Required());
    }

    /// The entry to record. Call only without {@link #faults}.
    NewEntry asked(@Nullable String client, LocalDate day, ShiftType shift) {
        return new NewEntry(
                workOrder,
                client,
                null,
                day,
                shift,
                operation.isEmpty() ? null : operation,
                whole(units, 0),
                whole(defective, 0),
                run == null ? BigDecimal.ZERO : run,
                whole(assigned, 0),
                present == null ? null : whole(present, 0),
                null,
                whole(downtime, 0),
                notes.isEmpty() ? null : notes);
    }

    private static int whole(@Nullable BigDecimal number, int otherwise) {
        return number == null ? otherwise : number.intValue();
    }

    SheetRow refused(String words) {
        return new SheetRow(
                workOrder, operation, units, defective, run, assigned, present, downtime, notes, stored, touched,
                words);
    }

    /// The same line with another value in one column.
    SheetRow with(String column, @Nullable Object value) {
        var number = value instanceof BigDecimal given ? given : null;
        var text = value == null ? "" : value.toString();
        return new SheetRow(
                column.equals("workOrder") ? text : workOrder,
                column.equals("operation") ? text : operation,
                column.equals("units") ? number : units,
                column.equals("defective") ? number : defective,
                column.equals("run") ? number : run,
                column.equals("assigned") ? number : assigned,
                column.equals("present") ? number : present,
                column.equals("downtime") ? number : downtime,
                column.equals("notes") ? text : notes,
                stored,
                true,
                "");
    }
}
