package org.gemba.kpi;

/// Why a work order stands still.
public enum HoldReason {
    MATERIAL_INSPECTION,
    QUALITY_ISSUE,
    ENGINEERING_REVIEW,
    CUSTOMER_REQUEST,
    MISSING_SPECIFICATION,
    EQUIPMENT_UNAVAILABLE,
    CAPACITY_CONSTRAINT,
    OTHER
}
