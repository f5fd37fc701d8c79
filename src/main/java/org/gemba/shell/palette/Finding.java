package org.gemba.shell.palette;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One line of the palette.
///
/// @param id under which a choice is remembered
/// @param group the heading that it stands under
/// @param detail a second, quieter text; empty for none
/// @param keys the shortcut as it is printed; empty for none
/// @param isEnabled false is shown, and cannot be chosen
record Finding(
        String id,
        String group,
        String title,
        String detail,
        String keys,
        @Nullable Ikon icon,
        boolean isEnabled,
        Runnable choose) {}
