package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// A work order as somebody plans it. Only number, style and quantity must be known; what is missing is estimated, and
/// said to be.
///
/// @param clientId null for the caller's only client
/// @param idealCycleTime hours of labour a unit
/// @param priority null for `STANDARD`
/// @param mtoNumber the ERP's order that it is made for
public record NewWorkOrder(
        String workOrderId,
        @Nullable String clientId,
        String styleModel,
        long plannedQuantity,
        @Nullable LocalDate plannedStartDate,
        @Nullable LocalDate plannedShipDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate actualStartDate,
        @Nullable LocalDate actualShipDate,
        @Nullable BigDecimal idealCycleTime,
        @Nullable Priority priority,
        @Nullable String poNumber,
        @Nullable String mtoNumber,
        @Nullable String notes) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    Faults faults() {
        var faults = new Faults();
        faults.text("work_order_id", workOrderId, 1, 50);
        faults.text("style_model", styleModel, 1, 100);
        faults.range("planned_quantity", plannedQuantity, 1, MOST_UNITS);
        planDay(faults, "planned_start_date", plannedStartDate);
        planDay(faults, "planned_ship_date", plannedShipDate);
        planDay(faults, "required_date", requiredDate);
        planDay(faults, "actual_start_date", actualStartDate);
        planDay(faults, "actual_ship_date", actualShipDate);
        inOrder(faults, "planned_ship_date", plannedShipDate, "planned_start_date", plannedStartDate);
        inOrder(faults, "actual_ship_date", actualShipDate, "actual_start_date", actualStartDate);
        faults.positive("ideal_cycle_time", idealCycleTime, 10_000);
        faults.broken(
                idealCycleTime != null && idealCycleTime.stripTrailingZeros().scale() > 8,
                "ideal_cycle_time",
                idealCycleTime,
                "must have at most 8 decimals");
        faults.text("po_number", poNumber, 0, 50);
        faults.text("mto_number", mtoNumber, 0, 200);
        faults.text("notes", notes, 0, 1000);
        return faults;
    }

    private static void inOrder(
            Faults faults, String later, @Nullable LocalDate end, String earlier, @Nullable LocalDate start) {
        faults.broken(
                start != null && end != null && end.isBefore(start),
                later,
                end,
                "must not be before " + earlier + " (" + start + ")");
    }

    static final long MOST_UNITS = 1_000_000_000L;

    private static void planDay(Faults faults, String field, @Nullable LocalDate day) {
        if (day == null) return;
        boolean isOutside = day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY);
        faults.broken(isOutside, field, day, "must be between " + FIRST_DAY + " and " + LAST_DAY);
    }
}
