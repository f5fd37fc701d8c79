package org.gemba.fx.action;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.input.KeyEvent;

/// Every action there is at this moment: the lasting ones, and those of the screen in front, which win when both claim
/// a shortcut.
public final class ActionRegistry {
    private final ObservableList<Action> lasting = FXCollections.observableArrayList();
    private final ObservableList<Action> current = FXCollections.observableArrayList();
    private final ObservableList<Action> all = FXCollections.observableArrayList();

    /// @throws IllegalArgumentException when an id or a shortcut is already taken by a lasting action
    public void add(List<Action> actions) {
        for (var action : actions) {
            requireFree(action);
            lasting.add(action);
        }
        refresh();
    }

    /// Replaces the actions of the screen in front.
    public void showing(List<Action> ofScreen) {
        var ids = new HashSet<String>();
        for (var action : ofScreen) {
            if (!ids.add(action.id())) throw new IllegalArgumentException("two actions are called " + action.id());
        }
        current.setAll(ofScreen);
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

    private void requireFree(Action action) {
        for (var other : lasting) {
            if (other.id().equals(action.id())) {
                throw new IllegalArgumentException("two actions are called " + action.id());
            }
            if (action.shortcut() != null && action.shortcut().equals(other.shortcut())) {
                throw new IllegalArgumentException(action.id() + " and " + other.id() + " claim " + action.shortcut());
            }
        }
    }

    private void refresh() {
        all.setAll(current);
        all.addAll(lasting);
    }
}
