package org.gemba.fx;

import java.util.Map;

/// Opens screens; the window implements it.
public interface Navigator {
    /// Brings the tab of that screen and those arguments to the front, building it when there is none.
    void open(String screenId, Map<String, String> arguments);

    default void open(String screenId) {
        open(screenId, Map.of());
    }
}
