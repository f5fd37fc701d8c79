package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is there of a part at one location.
///
/// @param location null for what lies at no location
public record StockLine(UUID partId, @Nullable Location location, BigDecimal quantity) {}
