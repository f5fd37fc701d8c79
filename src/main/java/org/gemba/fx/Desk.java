package org.gemba.fx;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.fx.action.ActionRegistry;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.grid.GridExport;
import org.gemba.fx.notify.Notices;
import org.gemba.fx.task.Background;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.events.Events;

/// What the window offers to every screen.
///
/// @param caller who is logged in at this moment
/// @param memory small texts kept for the user: saved grid views, recent orders
/// @param export writes what a grid shows to a file
/// @param zone the factory's time zone
public record Desk(
        Background background,
        Language language,
        Theme theme,
        ActionRegistry actions,
        Notices notices,
        Navigator navigator,
        UserMemory memory,
        FileDialogs files,
        GridExport export,
        Events events,
        Supplier<Caller> caller,
        Clock clock,
        ZoneId zone) {
    /// Numbers, days and times as the language of the moment writes them, in the factory's zone.
    public Formats formats() {
        return new Formats(language.locale(), zone);
    }
}
