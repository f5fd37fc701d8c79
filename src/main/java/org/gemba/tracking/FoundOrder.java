package org.gemba.tracking;

import java.time.Instant;
import java.util.Map;

/// One order.
///
/// @param variants the texts of the auxiliary attributes that occur; ids without one are absent
/// @param asOf when the ERP said so
/// @param cacheHit false only when the ERP was asked for this very answer
public record FoundOrder(TrackedOrder order, Map<Long, String> variants, Instant asOf, boolean cacheHit) {
    /// What tells this variant of a material from others; empty when nothing does.
    public String variant(TrackedMaterial material) {
        return variants.getOrDefault(material.auxId(), "");
    }
}
