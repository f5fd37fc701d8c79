package org.gemba.fx;

import java.util.Map;
import java.util.function.Function;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// A screen that can be opened, before it is built.
///
/// @param id stable and unique, for example `mto.lookup`
/// @param titleKey the text in the navigation and the palette
/// @param area the group of the navigation in which it stands; `NONE` for screens that only other screens open
/// @param permission the right without which it is not offered; null when everybody may see it
/// @param create builds it for the arguments of {@link Navigator#open}; the same arguments mean the same tab
public record ScreenSpec(
        String id,
        String titleKey,
        Ikon icon,
        Area area,
        @Nullable Permission permission,
        Function<Map<String, String>, Screen> create) {
    /// The groups of the navigation, from top to bottom.
    public enum Area {
        HOME,
        ORDERS,
        PRODUCTION,
        INVENTORY,
        PLANNING,
        TRACKING,
        ADMINISTRATION,
        NONE
    }
}
