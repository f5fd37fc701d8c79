package org.gemba.platform.db;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.config.SettingsChanged;
import org.gemba.platform.events.Events;
import org.gemba.platform.security.SecretBox;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the desktop's Settings page stored: the last layer of `SettingsSource`. Secrets lie encrypted in the table.
public final class StoredSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StoredSettings.class);
    private static final String HIDDEN = "••••";

    private final Database database;
    private final SecretBox box;
    private final Audit audit;
    private final Events events;
    private final Clock clock;
    private final Map<String, String> values = new ConcurrentHashMap<>();

    /// @param value blank takes the setting away
    public record Change(String name, String value, boolean isSecret) {
        @Override
        public String toString() {
            return name + "=" + (isSecret ? HIDDEN : value);
        }
    }

    private record Row(String name, String content, boolean isSecret) {}

    public StoredSettings(Database database, SecretBox box, Audit audit, Events events, Clock clock) {
        this.database = database;
        this.box = box;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        database.read(StoredSettings::rows).forEach(this::remember);
    }

    /// A layer for `SettingsSource`.
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Stores all or nothing, with an audit line for each, and announces {@link SettingsChanged}.
    public void save(List<Change> changes, String who) {
        database.write(handle -> {
            changes.forEach(change -> store(handle, change, who));
            return changes.size();
        });
        for (var change : changes) {
            if (change.value().isBlank()) values.remove(change.name());
            else values.put(change.name(), change.value());
        }
        events.publish(new SettingsChanged(changes.stream().map(Change::name).collect(Collectors.toUnmodifiableSet())));
    }

    private void store(Handle handle, Change change, String who) {
        var before = get(change.name()).map(value -> change.isSecret() ? HIDDEN : value);
        handle.execute("delete from setting where name = ?", change.name());
        if (!change.value().isBlank()) {
            handle.execute(
                    "insert into setting (name, content, is_secret, changed_at, changed_by) values (?, ?, ?, ?, ?)",
                    change.name(),
                    change.isSecret() ? box.seal(change.name(), change.value()) : change.value(),
                    change.isSecret(),
                    clock.instant(),
                    who);
        }
        var after = change.isSecret() ? HIDDEN : change.value();
        audit.record(handle, who, "update", "setting", change.name(), before.orElse(null), after);
    }

    private void remember(Row row) {
        try {
            values.put(row.name(), row.isSecret() ? box.open(row.name(), row.content()) : row.content());
        } catch (SecretBox.UnreadableSecret e) {
            LOG.warn(e.getMessage());
        }
    }

    private static List<Row> rows(Handle handle) {
        return handle.createQuery("select name, content, is_secret from setting")
                .map((row, context) -> new Row(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }
}
