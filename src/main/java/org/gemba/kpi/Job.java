package org.gemba.kpi;

import java.time.Instant;

/// A part of a work order with its own part number.
public record Job(
        long id,
        String clientId,
        long orderId,
        String jobId,
        String partNumber,
        long quantityOrdered,
        long quantityCompleted,
        long quantityScrapped,
        Instant createdAt,
        String createdBy,
        int version) {}
