package org.gemba.kpi;

import org.jspecify.annotations.Nullable;

/// A client as somebody lays it down.
///
/// @param timezone an IANA name, for example `America/Mexico_City`; null for the factory's zone
/// @param kind null for `OTHER`
public record NewClient(
        String clientId,
        String name,
        @Nullable String location,
        @Nullable String timezone,
        @Nullable ClientKind kind) {}
