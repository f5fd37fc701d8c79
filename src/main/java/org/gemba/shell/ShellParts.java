package org.gemba.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.gemba.access.AccessService;
import org.gemba.access.Caller;
import org.gemba.fx.DesktopFeature;
import org.gemba.fx.UserMemory;
import org.gemba.fx.dialog.FileDialogs;
import org.gemba.fx.grid.GridExport;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.platform.log.RecentLog;
import org.gemba.platform.tasks.Tasks;
import org.gemba.shell.settings.SettingsBook;
import org.jspecify.annotations.Nullable;

/// Everything that the window needs and does not make itself.
///
/// @param texts of all rooms, `fx` and `shell` among them
/// @param language the one of the login page, until the user who logs in has one of its own
/// @param features in the order in which their contributions stand
/// @param workers where background work of screens runs; a bounded pool
/// @param memory what is kept for one user: `MemoryFile` in the data folder
/// @param erpTest logs in to the ERP with settings that are not stored yet and returns a sentence; throws `AppError`
/// @param demoLogin shown on the login page; null without `--demo`
public record ShellParts(
        String version,
        Path dataFolder,
        Texts texts,
        Locale language,
        Clock clock,
        ZoneId zone,
        Events events,
        Executor workers,
        Tasks tasks,
        RecentLog log,
        List<DesktopFeature> features,
        GridExport export,
        FileDialogs files,
        Function<Caller, UserMemory> memory,
        AccessService access,
        FirstRunSteps firstRun,
        ErpStatus erp,
        Function<Map<String, String>, String> erpTest,
        ServerStatus server,
        SettingsBook settings,
        @Nullable DemoLogin demoLogin) {
    public ShellParts {
        features = List.copyOf(features);
    }

    /// A credential that is printed anyway.
    public record DemoLogin(String username, String password) {}
}
