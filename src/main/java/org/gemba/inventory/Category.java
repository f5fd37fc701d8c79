package org.gemba.inventory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of part.
///
/// @param name unique, compared exactly
/// @param parentId the category above; null at the top
public record Category(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable UUID parentId) {}
