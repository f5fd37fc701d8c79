package org.gemba.fx.grid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.fx.UserMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The saved views of one grid, by name, and the one it was left with. A text that cannot be read is as good as none.
final class GridViews {
    private static final Logger LOG = LoggerFactory.getLogger(GridViews.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UserMemory memory;
    private final String gridId;

    GridViews(UserMemory memory, String gridId) {
        this.memory = memory;
        this.gridId = gridId;
    }

    List<String> names() {
        return List.copyOf(all().keySet());
    }

    Optional<GridView> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    void save(String name, GridView view) {
        var views = all();
        views.put(name, view);
        memory.put(key("views"), JSON.writeValueAsString(views));
    }

    void remove(String name) {
        var views = all();
        views.remove(name);
        memory.put(key("views"), JSON.writeValueAsString(views));
    }

    /// How many columns the user wants frozen.
    Optional<Integer> frozen() {
        return memory.get(key("frozen")).filter(text -> text.matches("\\d")).map(Integer::valueOf);
    }

    void keepFrozen(int columns) {
        memory.put(key("frozen"), String.valueOf(columns));
    }

    Optional<GridView> last() {
        return memory.get(key("last")).flatMap(text -> read(text, new TypeReference<GridView>() {}));
    }

    void left(GridView view) {
        memory.put(key("last"), JSON.writeValueAsString(view));
    }

    private Map<String, GridView> all() {
        return memory.get(key("views"))
                .flatMap(text -> read(text, new TypeReference<Map<String, GridView>>() {}))
                .map(LinkedHashMap::new)
                .orElseGet(LinkedHashMap::new);
    }

    private <V> Optional<V> read(String text, TypeReference<V> type) {
        try {
            return Optional.of(JSON.readValue(text, type));
        } catch (JacksonException e) {
            LOG.warn("the saved views of {} are not readable and are left aside", gridId, e);
            return Optional.empty();
        }
    }

    private String key(String what) {
        return "grid." + gridId + "." + what;
    }
}
