package org.gemba.shell.window;

import java.util.List;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.shell.ShellParts;
import org.gemba.shell.about.AboutScreen;
import org.gemba.shell.home.HomeScreen;
import org.gemba.shell.logs.LogScreen;
import org.gemba.shell.settings.Appearance;
import org.gemba.shell.settings.SettingsScreen;
import org.gemba.shell.tasks.TaskCentreScreen;
import org.gemba.shell.users.UsersScreen;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// The screens that the window itself has, whatever features there are.
record OwnScreens(ShellParts parts, Desk desk, Appearance appearance) {
    /// Those above the features'.
    List<ScreenSpec> first() {
        return List.of(new ScreenSpec(
                "shell.home",
                "shell.home.title",
                MaterialDesignH.HOME_OUTLINE,
                Area.HOME,
                null,
                arguments -> new HomeScreen(desk, tiles())));
    }

    /// Those below.
    List<ScreenSpec> last() {
        return List.of(
                new ScreenSpec(
                        "shell.tasks",
                        "shell.tasks.title",
                        MaterialDesignP.PROGRESS_CLOCK,
                        Area.ADMINISTRATION,
                        Permission.TASKS_READ,
                        arguments -> new TaskCentreScreen(desk, parts.tasks())),
                new ScreenSpec(
                        "shell.users",
                        "shell.users.title",
                        MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
                        Area.ADMINISTRATION,
                        Permission.USERS_READ,
                        arguments -> new UsersScreen(desk, parts.access())),
                new ScreenSpec(
                        "shell.logs",
                        "shell.logs.title",
                        MaterialDesignT.TEXT_BOX_OUTLINE,
                        Area.ADMINISTRATION,
                        Permission.LOGS_READ,
                        arguments -> new LogScreen(desk, parts.log())),
                new ScreenSpec(
                        "shell.settings",
                        "shell.settings.title",
                        MaterialDesignC.COG_OUTLINE,
                        Area.ADMINISTRATION,
                        null,
                        arguments -> new SettingsScreen(desk, parts, appearance)),
                new ScreenSpec(
                        "shell.about",
                        "shell.about.title",
                        MaterialDesignI.INFORMATION_OUTLINE,
                        Area.NONE,
                        null,
                        arguments -> new AboutScreen(desk, parts)));
    }

    private List<Part> tiles() {
        return parts.features().stream()
                .flatMap(feature -> feature.homeTiles(desk).stream())
                .filter(part -> part.permission() == null || desk.caller().get().may(part.permission()))
                .toList();
    }
}
