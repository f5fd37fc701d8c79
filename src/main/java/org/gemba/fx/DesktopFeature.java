package org.gemba.fx;

import java.util.List;
import org.gemba.fx.action.Action;

/// What a feature brings to the window. Nothing is asked for before a window exists, so that a server without a
/// display never loads JavaFX; what comes back are recipes, built when they are first shown.
public interface DesktopFeature {
    default List<ScreenSpec> screens(Desk desk) {
        return List.of();
    }

    /// Actions that are there whatever screen shows.
    default List<Action> actions(Desk desk) {
        return List.of();
    }

    default List<SearchProvider> searchProviders(Desk desk) {
        return List.of();
    }

    default List<Part> homeTiles(Desk desk) {
        return List.of();
    }

    default List<Part> statusItems(Desk desk) {
        return List.of();
    }

    default List<Part> settingsPages(Desk desk) {
        return List.of();
    }

    default List<Part> sidePanels(Desk desk) {
        return List.of();
    }
}
