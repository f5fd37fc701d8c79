package org.gemba.mto.calc;

import org.gemba.mto.MaterialType;
import org.jspecify.annotations.Nullable;

/// One row of the category table.
///
/// @param category the category's name in the ERP
/// @param purchased the rule holds only for materials that are, or are not, bought by default; null for both
public record CategoryRule(String category, @Nullable Boolean purchased, MaterialType type) {
    boolean holds(String name, boolean isPurchased) {
        return category.equals(name) && (purchased == null || purchased == isPurchased);
    }
}
