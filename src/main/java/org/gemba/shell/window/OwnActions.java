package org.gemba.shell.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.theme.Theme;
import org.gemba.platform.i18n.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// What can be done with the window itself. Ids begin with `do.`, as those of screens begin with their room.
record OwnActions(Desk desk, Tabs tabs, NavRail rail, SidePanel side, Workspace.Seat seat) {
    private static final double SCALE_STEP = 0.1;
    private static final int NUMBERED = 9;

    List<Action> all() {
        var actions = new ArrayList<Action>();
        actions.add(of("closeTab", MaterialDesignC.CLOSE, tabs::closeCurrent).shortcut("Shortcut+W"));
        actions.add(of("reopenTab", MaterialDesignH.HISTORY, tabs::reopenClosed).shortcut("Shortcut+Shift+T"));
        actions.add(
                of("nextTab", MaterialDesignA.ARROW_RIGHT, () -> tabs.move(1)).shortcut("Shortcut+Tab"));
        actions.add(of("previousTab", MaterialDesignA.ARROW_LEFT, () -> tabs.move(-1))
                .shortcut("Shortcut+Shift+Tab"));
        for (int number = 1; number <= NUMBERED; number++) actions.add(tab(number));
        actions.add(of("rail", MaterialDesignM.MENU, rail::toggle).shortcut("Shortcut+Shift+B"));
        actions.add(of("side", MaterialDesignD.DOCK_RIGHT, side::toggle)
                .shortcut("Shortcut+J")
                .enabledWhen(new SimpleBooleanProperty(side.hasPanels())));
        actions.add(
                of("dark", MaterialDesignT.THEME_LIGHT_DARK, this::switchTheme).shortcut("Shortcut+Shift+D"));
        actions.add(
                of("language", MaterialDesignT.TRANSLATE, this::switchLanguage).shortcut("Shortcut+Shift+L"));
        actions.add(of("larger", MaterialDesignF.FORMAT_FONT_SIZE_INCREASE, () -> scale(SCALE_STEP))
                .shortcut("Shortcut+Equals"));
        actions.add(of("smaller", MaterialDesignF.FORMAT_FONT_SIZE_DECREASE, () -> scale(-SCALE_STEP))
                .shortcut("Shortcut+Minus"));
        actions.add(opening("shell.settings", MaterialDesignC.COG_OUTLINE).shortcut("Shortcut+Comma"));
        actions.add(opening("shell.tasks", MaterialDesignP.PROGRESS_CLOCK).needs(Permission.TASKS_READ));
        actions.add(opening("shell.logs", MaterialDesignT.TEXT_BOX_OUTLINE).needs(Permission.LOGS_READ));
        actions.add(opening("shell.about", MaterialDesignI.INFORMATION_OUTLINE));
        return actions;
    }

    List<Action> forWindow(Consumer<String> palette, Runnable shortcuts, Runnable lock, Runnable logOut) {
        return List.of(
                of("palette", MaterialDesignM.MAGNIFY, () -> palette.accept("")).shortcut("Shortcut+K"),
                of("commands", MaterialDesignC.CONSOLE_LINE, () -> palette.accept(">"))
                        .shortcut("Shortcut+Shift+P"),
                action("do.shell.shortcuts", "shell.do.shortcuts", MaterialDesignK.KEYBOARD_OUTLINE, shortcuts)
                        .shortcut("Shift+Slash"),
                action("do.shell.lock", "shell.do.lock", MaterialDesignL.LOCK_OUTLINE, lock)
                        .shortcut("Shortcut+Alt+L"),
                action("do.shell.logout", "shell.do.logout", MaterialDesignL.LOGOUT, logOut));
    }

    private Action tab(int number) {
        return of("tab" + number, MaterialDesignN.NUMERIC, () -> tabs.select(number))
                .shortcut("Shortcut+" + number);
    }

    private Action opening(String screenId, Ikon icon) {
        return action(
                "do." + screenId,
                screenId + ".title",
                icon,
                () -> desk.navigator().open(screenId));
    }

    private static Action of(String name, Ikon icon, Runnable run) {
        return action("do." + name, "shell.do." + name, icon, run);
    }

    private static Action action(String id, String key, Ikon icon, Runnable run) {
        return Action.of(id, key, icon, run);
    }

    private void switchTheme() {
        var dark = seat.theme().darkProperty();
        dark.set(!dark.get());
    }

    private void switchLanguage() {
        seat.language().use(seat.language().locale().equals(Texts.CHINESE) ? Texts.ENGLISH : Texts.CHINESE);
    }

    private void scale(double by) {
        var scale = seat.theme().fontScaleProperty();
        scale.set(Math.clamp(scale.get() + by, Theme.SMALLEST_SCALE, Theme.LARGEST_SCALE));
    }
}
