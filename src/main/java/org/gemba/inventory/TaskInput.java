package org.gemba.inventory;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the engine keeps of a task of the inventory.
///
/// @param who the name of the user who started it
public record TaskInput(Map<String, Object> data, String who) {
    public TaskInput {
        data = new LinkedHashMap<>(data);
    }
}
