package org.gemba.kpi;

import org.gemba.platform.Feature;

/// Wires the KPI feature.
public final class KpiFeature implements Feature {
    @Override
    public String id() {
        return "kpi";
    }
}
