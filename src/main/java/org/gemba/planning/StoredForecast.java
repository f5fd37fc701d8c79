package org.gemba.planning;

import java.time.Instant;
import java.util.UUID;

/// A forecast as it was given out. It is never changed, so that it can be scored by what happened later.
///
/// @param content the figures
public record StoredForecast(
        long id,
        UUID taskId,
        long productId,
        String method,
        ForecastContent content,
        Instant createdAt,
        String createdBy) {}
