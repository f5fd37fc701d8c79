package org.gemba.kpi;

import java.math.BigDecimal;

/// The standard of one client for one style: hours of labour a unit.
public record CycleTime(String clientId, String styleModel, BigDecimal idealCycleTime) {}
