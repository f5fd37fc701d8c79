package org.gemba.inventory;

/// Announced when parts, categories, locations or orders are not what they were; lists may want to look again.
public record PartsChanged() {}
