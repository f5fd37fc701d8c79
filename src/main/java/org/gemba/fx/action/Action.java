package org.gemba.fx.action;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// One thing that a user can do. Menus, toolbars, context menus, the palette and the shortcut sheet are rendered from
/// these; nothing is wired twice.
///
/// @param id stable and unique, for example `mto.refresh`
/// @param shortcut null for none
/// @param permission the right without which it is shown disabled; null when everybody may
/// @param enabled whether it makes sense at this moment
/// @param run what it does, on the FX thread
public record Action(
        String id,
        String titleKey,
        Ikon icon,
        @Nullable KeyCombination shortcut,
        @Nullable Permission permission,
        ObservableBooleanValue enabled,
        Runnable run) {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    public static Action of(String id, String titleKey, Ikon icon, Runnable run) {
        return new Action(id, titleKey, icon, null, null, ALWAYS, run);
    }

    /// @param keys in JavaFX's notation, for example `Shortcut+Shift+E` or `F5`
    public Action shortcut(String keys) {
        return new Action(id, titleKey, icon, KeyCombination.valueOf(keys), permission, enabled, run);
    }

    Action withoutShortcut() {
        return new Action(id, titleKey, icon, null, permission, enabled, run);
    }

    public Action needs(Permission right) {
        return new Action(id, titleKey, icon, shortcut, right, enabled, run);
    }

    public Action enabledWhen(ObservableBooleanValue condition) {
        return new Action(id, titleKey, icon, shortcut, permission, condition, run);
    }

    public Optional<KeyCombination> keys() {
        return Optional.ofNullable(shortcut);
    }

    /// The shortcut as people read it; empty for none.
    public String keysText() {
        return shortcut == null ? "" : shortcut.getDisplayText();
    }

    /// Runs it if it is enabled; says whether it did.
    public boolean runIfEnabled() {
        if (!enabled.get()) return false;
        run.run();
        return true;
    }
}
