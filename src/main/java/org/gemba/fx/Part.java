package org.gemba.fx;

import java.util.function.Supplier;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// A piece that a feature puts into a page it does not own: a home tile, a chip of the status bar, a settings page, a
/// panel at the side. It lives by the contract of {@link Screen}.
///
/// @param id stable and unique, for example `erp.state`; pieces stand in the order of the features that bring them
/// @param permission the right without which it is not shown; null when everybody may see it
/// @param create builds it, once a window
public record Part(
        String id, String titleKey, Ikon icon, @Nullable Permission permission, Supplier<Screen> create) {}
