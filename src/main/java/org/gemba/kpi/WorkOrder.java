package org.gemba.kpi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An order of one client to make so many of one style.
///
/// @param id for references inside the program
/// @param workOrderId the number that people use, unique within the client
/// @param idealCycleTime hours of labour a unit; null when nobody knows it
/// @param actualStartDate as entered; null when only the entries tell it
/// @param mtoNumber the ERP's order that it is made for, a link only
/// @param statusSince when the present status began
/// @param firstEntryDate the earliest day with production, null before the first
/// @param version for changes that must not overwrite each other
public record WorkOrder(
        long id,
        String clientId,
        String workOrderId,
        String styleModel,
        long plannedQuantity,
        @Nullable LocalDate plannedStartDate,
        @Nullable LocalDate plannedShipDate,
        @Nullable LocalDate requiredDate,
        @Nullable LocalDate actualStartDate,
        @Nullable LocalDate actualShipDate,
        @Nullable BigDecimal idealCycleTime,
        Priority priority,
        @Nullable String poNumber,
        @Nullable String mtoNumber,
        @Nullable String notes,
        WorkOrderStatus status,
        Instant statusSince,
        @Nullable LocalDate firstEntryDate,
        @Nullable LocalDate lastEntryDate,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        int version) {}
