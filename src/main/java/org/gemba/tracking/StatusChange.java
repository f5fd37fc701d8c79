package org.gemba.tracking;

import java.time.Instant;

/// An order's status is another than before.
public record StatusChange(TrackedOrder order, OrderStatus before, Instant at) {}
