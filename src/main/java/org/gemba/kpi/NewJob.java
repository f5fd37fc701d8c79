package org.gemba.kpi;

import org.gemba.platform.error.Faults;
import org.jspecify.annotations.Nullable;

/// A job as somebody adds it, or its new quantities when it is there already.
///
/// @param jobId null for the next `<work order>-L<n>`
public record NewJob(
        @Nullable String jobId,
        String partNumber,
        long quantityOrdered,
        @Nullable Long quantityCompleted,
        @Nullable Long quantityScrapped) {

    Faults faults() {
        var faults = new Faults();
        faults.text("job_id", jobId, 1, 50);
        faults.text("part_number", partNumber, 1, 100);
        faults.range("quantity_ordered", quantityOrdered, 1, NewWorkOrder.MOST_UNITS);
        faults.range("quantity_completed", quantityCompleted, 0, NewWorkOrder.MOST_UNITS);
        faults.range("quantity_scrapped", quantityScrapped, 0, NewWorkOrder.MOST_UNITS);
        long done = completed() + scrapped();
        faults.broken(
                done > quantityOrdered,
                "quantity_completed",
                quantityCompleted,
                "and quantity_scrapped must together be <= quantity_ordered (" + quantityOrdered + ")");
        return faults;
    }

    long completed() {
        return quantityCompleted == null ? 0 : quantityCompleted;
    }

    long scrapped() {
        return quantityScrapped == null ? 0 : quantityScrapped;
    }
}
