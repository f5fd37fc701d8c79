package org.gemba.shell.window;

import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.gemba.fx.UserMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What is found again at the next login: window, tabs, navigation, side panel. What cannot be read is left out.
final class Layouts {
    private static final Logger LOG = LoggerFactory.getLogger(Layouts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABS = "shell.tabs";
    private static final String WINDOW = "shell.window";
    private static final String RAIL = "shell.rail";
    private static final String SIDE = "shell.side";

    /// @param arguments what it was opened with
    /// @param state what the screen itself keeps
    record OpenScreen(String screenId, Map<String, String> arguments, Map<String, String> state) {}

    record OpenTabs(List<OpenScreen> screens, int selected) {}

    record Place(double x, double y, double width, double height, boolean maximised) {
        boolean isOnAScreen() {
            return width >= 400
                    && height >= 300
                    && Screen.getScreens().stream()
                            .map(Screen::getVisualBounds)
                            .anyMatch(screen -> screen.intersects(new Rectangle2D(x, y, width, 40)));
        }
    }

    private final UserMemory memory;

    Layouts(UserMemory memory) {
        this.memory = memory;
    }

    OpenTabs tabs() {
        return read(TABS, OpenTabs.class, new OpenTabs(List.of(), -1));
    }

    void keep(OpenTabs tabs) {
        memory.put(TABS, JSON.writeValueAsString(tabs));
    }

    boolean isRailCollapsed() {
        return memory.get(RAIL).map("collapsed"::equals).orElse(false);
    }

    void keepRail(boolean collapsed) {
        memory.put(RAIL, collapsed ? "collapsed" : "open");
    }

    boolean isSideOpen() {
        return memory.get(SIDE).map("open"::equals).orElse(false);
    }

    void keepSide(boolean open) {
        memory.put(SIDE, open ? "open" : "closed");
    }

    /// A place on a screen that is no longer there is not taken.
    void restore(Stage stage) {
        var place = read(WINDOW, Place.class, new Place(0, 0, 0, 0, false));
        if (place.isOnAScreen()) {
            stage.setX(place.x());
            stage.setY(place.y());
            stage.setWidth(place.width());
            stage.setHeight(place.height());
        }
        stage.setMaximized(place.maximised());
    }

    void keep(Stage stage) {
        memory.put(
                WINDOW,
                JSON.writeValueAsString(new Place(
                        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
    }

    private <T> T read(String key, Class<T> type, T otherwise) {
        try {
            var text = memory.get(key);
            return text.isPresent() ? JSON.readValue(text.get(), type) : otherwise;
        } catch (JacksonException e) {
            LOG.warn("the layout {} cannot be read: {}", key, e.getMessage());
            return otherwise;
        }
    }
}
