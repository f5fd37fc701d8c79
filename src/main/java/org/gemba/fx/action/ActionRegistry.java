package org.gemba.fx.action;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Every action there is at this moment: the lasting ones, and those of the screen in front, which win when both claim
/// a shortcut.
public final class ActionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(ActionRegistry.class);

    private final ObservableList<Action> lasting = FXCollections.observableArrayList();
    private final ObservableList<Action> current = FXCollections.observableArrayList();
    private final ObservableList<Action> all = FXCollections.observableArrayList();

    /// Of two actions with one id the first stays; of two that claim one shortcut the first keeps it. Both are told in
    /// the log: a window that does not open because two features chose the same key would be worse.
    public void add(List<Action> actions) {
        for (var action : actions) {
            if (isTaken(action)) continue;
            lasting.add(claims(action) ? action : action.withoutShortcut());
        }
        refresh();
    }

    /// Replaces the actions of the screen in front.
    public void showing(List<Action> ofScreen) {
        var ids = new HashSet<String>();
        var different = new ArrayList<Action>();
        for (var action : ofScreen) {
            if (ids.add(action.id())) different.add(action);
            else LOG.error("two actions of a screen are called {}", action.id());
        }
        current.setAll(different);
        refresh();
    }

    /// The screen's first, then the lasting ones; read-only.
    public ObservableList<Action> all() {
        return FXCollections.unmodifiableObservableList(all);
    }

    /// The actions of the screen in front; read-only.
    public ObservableList<Action> ofScreen() {
        return FXCollections.unmodifiableObservableList(current);
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(action -> action.id().equals(id)).findFirst();
    }

    /// Runs the enabled action whose shortcut was pressed and consumes the event; for the window's key handler.
    public void handle(KeyEvent event) {
        for (var action : all) {
            if (action.shortcut() != null && action.shortcut().match(event) && action.runIfEnabled()) {
                event.consume();
                return;
            }
        }
    }

    private boolean isTaken(Action action) {
        boolean taken = lasting.stream().anyMatch(other -> other.id().equals(action.id()));
        if (taken) LOG.error("two actions are called {}", action.id());
        return taken;
    }

    /// Whether its shortcut is still free.
    private boolean claims(Action action) {
        if (action.shortcut() == null) return true;
        var other = lasting.stream()
                .filter(there -> action.shortcut().equals(there.shortcut()))
                .findFirst();
        other.ifPresent(first -> LOG.error(
                "{} and {} claim {}, which stays with {}", first.id(), action.id(), action.shortcut(), first.id()));
        return other.isEmpty();
    }

    private void refresh() {
        all.setAll(current);
        all.addAll(lasting);
    }
}
