package org.gemba.kpi;

import java.math.BigDecimal;

/// What a figure should come to.
///
/// @param own false for the default that holds for every client without a target of its own
public record Target(String clientId, KpiName kpi, BigDecimal target, boolean own) {}
