package org.gemba.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was sold of a product on a day at a place. Told again by the same source it replaces what was told before.
///
/// @param revenue what was taken for it; null when not known
/// @param source who tells it: `api`, `csv`, or an integration
/// @param externalId the line's own id at the source; empty for a day's total
public record Sale(
        long productId,
        LocalDate day,
        String location,
        String source,
        String externalId,
        BigDecimal quantity,
        @Nullable BigDecimal revenue) {}
