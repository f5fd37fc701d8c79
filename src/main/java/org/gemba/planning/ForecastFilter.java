package org.gemba.planning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which forecasts a list shows; null for no limit.
///
/// @param from the first instant of creation
/// @param to the instant before which they were made
/// @param offset how many of the newest are passed over
public record ForecastFilter(
        @Nullable Long productId,
        @Nullable String method,
        @Nullable Instant from,
        @Nullable Instant to,
        int limit,
        long offset) {}
