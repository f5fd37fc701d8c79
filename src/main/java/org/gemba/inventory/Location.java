package org.gemba.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place where parts lie.
///
/// @param name unique below one parent
/// @param parentId the place that holds it; null at the top
/// @param type for example `standard`, `rack`, `bin`
public record Location(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable UUID parentId,
        String type) {
    /// Stands for "at no location" in stock and ledger.
    public static final UUID NOWHERE = new UUID(0, 0);

    public static final String STANDARD = "standard";
}
