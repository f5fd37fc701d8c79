package org.gemba.inventory.data;

import java.time.Clock;
import java.util.Optional;
import org.gemba.platform.db.Database;

/// Configurations that people store, each a JSON text under a name.
public final class ConfigTable {
    private final Database database;
    private final Clock clock;

    public ConfigTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Optional<String> find(String name) {
        return database.read(handle -> handle.createQuery("select content from inv_config where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    public void put(String name, String content, String who) {
        database.write(handle -> {
            handle.execute("delete from inv_config where name = ?", name);
            return handle.execute(
                    "insert into inv_config (name, content, changed_at, changed_by) values (?, ?, ?, ?)",
                    name,
                    content,
                    clock.instant(),
                    who);
        });
    }

    public void delete(String name) {
        database.write(handle -> handle.execute("delete from inv_config where name = ?", name));
    }
}
