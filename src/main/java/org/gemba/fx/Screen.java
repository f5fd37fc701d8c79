package org.gemba.fx;

import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.gemba.fx.action.Action;
import org.kordamp.ikonli.Ikon;

/// One page of the window. Built when it is first opened, shown and hidden many times; what it subscribes to and runs
/// in `onShow` it ends in `onHide`.
public interface Screen {
    /// The id of its {@link ScreenSpec}.
    String id();

    /// What its tab says, in the language of the moment.
    ObservableValue<String> title();

    Ikon icon();

    /// The same node at every call.
    Node node();

    /// What can be done here; the window puts it into the menu, the palette and the shortcuts while the screen shows.
    default List<Action> actions() {
        return List.of();
    }

    /// A scanner read a code while the screen was in front.
    ///
    /// @return whether the screen did something with it; else the window looks for a record of that name
    default boolean onScan(String code) {
        return false;
    }

    /// The screen came in front; the node that should have the focus asks for it here.
    default void onShow() {}

    /// The screen went out of sight: running background work is cancelled, subscriptions end.
    default void onHide() {}

    /// What is worth finding again after a restart, together with the arguments that opened it.
    default Map<String, String> saveState() {
        return Map.of();
    }

    /// What {@link #saveState()} once returned; unknown or broken entries are ignored.
    default void restoreState(Map<String, String> state) {}
}
