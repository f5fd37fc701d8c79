package org.gemba.kpi;

/// Where a defect came from.
public enum RootCause {
    OPERATOR_ERROR,
    MATERIAL_ISSUE,
    EQUIPMENT_ISSUE,
    PROCESS_ISSUE,
    DESIGN_ISSUE,
    UNKNOWN
}
