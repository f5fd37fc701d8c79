package org.gemba.kpi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the audit keeps of a record: texts and numbers under the names of the document, without what never changes.
final class AuditForm {
    private AuditForm() {}

    static Map<String, @Nullable Object> of(Client client) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", client.clientId());
        form.put("name", client.name());
        form.put("location", client.location());
        form.put("timezone", client.zone().getId());
        form.put("type", client.kind().name());
        form.put("is_active", client.active());
        return form;
    }

    static Map<String, @Nullable Object> of(WorkOrder order) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", order.clientId());
        form.put("work_order_id", order.workOrderId());
        form.put("style_model", order.styleModel());
        form.put("planned_quantity", order.plannedQuantity());
        form.put("planned_start_date", text(order.plannedStartDate()));
        form.put("planned_ship_date", text(order.plannedShipDate()));
        form.put("required_date", text(order.requiredDate()));
        form.put("actual_start_date", text(order.actualStartDate()));
        form.put("actual_ship_date", text(order.actualShipDate()));
        form.put("ideal_cycle_time", order.idealCycleTime());
        form.put("priority_level", order.priority().name());
        form.put("po_number", order.poNumber());
        form.put("mto_number", order.mtoNumber());
        form.put("notes", order.notes());
        form.put("status", order.status().name());
        return form;
    }

    static Map<String, @Nullable Object> of(Job job, WorkOrder order) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", job.clientId());
        form.put("work_order_id", order.workOrderId());
        form.put("job_id", job.jobId());
        form.put("part_number", job.partNumber());
        form.put("quantity_ordered", job.quantityOrdered());
        form.put("quantity_completed", job.quantityCompleted());
        form.put("quantity_scrapped", job.quantityScrapped());
        return form;
    }

    static Map<String, @Nullable Object> of(ProductionEntry entry, WorkOrder order) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", entry.clientId());
        form.put("work_order_id", order.workOrderId());
        form.put("shift_date", text(entry.shiftDate()));
        form.put("shift_type", entry.shiftType().name());
        form.put("operation_id", entry.operationId());
        form.put("units_produced", entry.unitsProduced());
        form.put("units_defective", entry.unitsDefective());
        form.put("run_time_hours", entry.runTimeHours());
        form.put("employees_assigned", entry.employeesAssigned());
        form.put("employees_present", entry.employeesPresent());
        form.put("shift_hours_scheduled", entry.shiftHoursScheduled());
        form.put("downtime_total_minutes", entry.downtimeMinutes());
        form.put("notes", entry.notes());
        form.put("entry_method", entry.method().name());
        form.put("state", entry.state().name());
        return form;
    }

    static Map<String, @Nullable Object> of(Downtime row, WorkOrder order) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", row.clientId());
        form.put("work_order_id", order.workOrderId());
        form.put("shift_date", text(row.shiftDate()));
        form.put("shift_type", row.shiftType().name());
        form.put("reason", row.reason().name());
        form.put("minutes", row.minutes());
        form.put("notes", row.notes());
        return form;
    }

    static Map<String, @Nullable Object> of(Attendance row) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", row.clientId());
        form.put("employee_id", row.employeeId());
        form.put("shift_date", text(row.shiftDate()));
        form.put("shift_type", row.shiftType().name());
        form.put("scheduled_hours", row.scheduledHours());
        form.put("actual_hours", row.actualHours());
        form.put("is_absent", row.absent());
        form.put("absence_type", text(row.absenceType()));
        form.put("absence_hours", row.absenceHours());
        form.put("covered_by", row.coveredBy());
        form.put("coverage_confirmed", row.coverageConfirmed());
        return form;
    }

    static Map<String, @Nullable Object> of(Inspection row, WorkOrder order) {
        var form = new LinkedHashMap<String, @Nullable Object>();
        form.put("client_id", row.clientId());
        form.put("work_order_id", order.workOrderId());
        form.put("shift_date", text(row.shiftDate()));
        form.put("operation_checked", row.operationChecked());
        form.put("method", row.method().code());
        form.put("units_inspected", row.unitsInspected());
        form.put("units_passed", row.unitsPassed());
        form.put("units_defective", row.unitsDefective());
        form.put("total_defects_count", row.totalDefects());
        form.put("units_rework", row.unitsRework());
        form.put("units_repair", row.unitsRepair());
        form.put("defects", row.defects().toString());
        return form;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
