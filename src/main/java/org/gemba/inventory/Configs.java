package org.gemba.inventory;

import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.inventory.data.ConfigTable;
import org.gemba.inventory.data.Trail;
import org.gemba.platform.db.Database;
import tools.jackson.databind.json.JsonMapper;

/// Configurations that are records, kept as JSON.
final class Configs {
    private final Database database;
    private final ConfigTable table;
    private final Trail trail;
    private final JsonMapper json = JsonMapper.builder().build();

    Configs(Database database, ConfigTable table, Trail trail) {
        this.database = database;
        this.table = table;
        this.trail = trail;
    }

    <T> T read(String name, Class<T> type, Supplier<T> otherwise) {
        return table.find(name).map(text -> json.readValue(text, type)).orElseGet(otherwise);
    }

    boolean isStored(String name) {
        return table.find(name).isPresent();
    }

    /// @param before, after for the audit: without secrets
    void write(Caller caller, String name, Object stored, Object before, Object after) {
        database.together(() -> {
            table.put(name, json.writeValueAsString(stored), caller.username());
            trail.line(caller, "update", name + " config", name, before, after);
            return name;
        });
    }

    void reset(Caller caller, String name, Object before, Object after) {
        database.together(() -> {
            table.delete(name);
            trail.line(caller, "reset", name + " config", name, before, after);
            return name;
        });
    }
}
