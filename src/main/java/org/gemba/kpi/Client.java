package org.gemba.kpi;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One customer of the factory whose figures are kept apart from all others.
///
/// @param zone in which its days begin and end
public record Client(
        String clientId,
        String name,
        @Nullable String location,
        ZoneId zone,
        ClientKind kind,
        boolean active,
        Instant createdAt,
        String createdBy,
        int version) {}
