package org.gemba.platform.tabular;

import java.math.BigDecimal;

/// A share that is shown as a percentage.
///
/// @param fraction 0.95 for 95 %
public record Percent(BigDecimal fraction) {}
