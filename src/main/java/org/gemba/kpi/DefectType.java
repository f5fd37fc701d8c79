package org.gemba.kpi;

/// What was wrong with a unit.
public enum DefectType {
    STITCHING,
    COLOR_MISMATCH,
    SIZING,
    MATERIAL_DEFECT,
    ASSEMBLY,
    FINISHING,
    PACKAGING,
    OTHER
}
