package org.gemba.inventory.data;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.inventory.Folding;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Every part as a search needs it, in memory: some 400 bytes each. Before every search it asks the database for the
/// number of the last change, and takes over only the parts that changed since.
public final class PartIndex {
    private static final String BETWEEN = "\0";

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(new Entry[0], 0, 0);

    public PartIndex(Database database) {
        this.database = database;
    }

    /// One part.
    ///
    /// @param folded name, number and description, folded, with a NUL between them, which no text has
    /// @param foldedName how much of `folded` is the name
    public record Entry(
            UUID id,
            long seq,
            String name,
            @Nullable String number,
            String folded,
            int foldedName,
            @Nullable BigDecimal quantity,
            @Nullable String supplier,
            @Nullable UUID locationId,
            Set<UUID> categories) {
        public String foldedNameText() {
            return folded.substring(0, foldedName);
        }

        /// Whether the name holds the folded words, and where; negative when it does not.
        public int inName(String words) {
            int at = folded.indexOf(words);
            return at >= 0 && at + words.length() <= foldedName ? at : -1;
        }
    }

    private record Snapshot(Entry[] entries, long parts, long gone) {}

    private record Marks(long parts, long gone) {}

    /// All parts as they are now, in the order in which they were added. Not to be changed.
    public Entry[] entries() {
        lock.lock();
        try {
            var seen = snapshot;
            database.read(handle -> {
                var marks = marks(handle);
                if (marks.parts() != seen.parts() || marks.gone() != seen.gone()) {
                    snapshot = new Snapshot(merged(handle, seen), marks.parts(), marks.gone());
                }
                return marks;
            });
            return snapshot.entries();
        } finally {
            lock.unlock();
        }
    }

    private static Marks marks(Handle handle) {
        return handle.createQuery("""
                        select (select coalesce(max(change_no), 0) from inv_part),
                            (select coalesce(max(change_no), 0) from inv_part_gone)""")
                .map((row, context) -> new Marks(row.getLong(1), row.getLong(2)))
                .one();
    }

    private static Entry[] merged(Handle handle, Snapshot seen) {
        var changed = changed(handle, seen.parts());
        var gone = new HashSet<>(handle.createQuery("select part_id from inv_part_gone where change_no > :seen")
                .bind("seen", seen.gone())
                .mapTo(UUID.class)
                .list());
        var merged = new ArrayList<Entry>(seen.entries().length + changed.size());
        for (var entry : seen.entries()) {
            if (gone.contains(entry.id())) continue;
            var now = changed.remove(entry.id());
            merged.add(now == null ? entry : now);
        }
        merged.addAll(changed.values());
        var entries = merged.toArray(Entry[]::new);
        Arrays.sort(entries, Comparator.comparingLong(Entry::seq));
        return entries;
    }

    private static Map<UUID, Entry> changed(Handle handle, long since) {
        var categories = new HashMap<UUID, Set<UUID>>();
        handle.createQuery("""
                        select pc.part_id, pc.category_id from inv_part_category pc
                        join inv_part p on p.id = pc.part_id where p.change_no > :since""")
                .bind("since", since)
                .map((row, context) ->
                        Map.entry(row.getObject("part_id", UUID.class), row.getObject("category_id", UUID.class)))
                .forEach(link -> categories
                        .computeIfAbsent(link.getKey(), id -> new HashSet<>())
                        .add(link.getValue()));
        var names = new HashMap<String, String>();
        var changed = new HashMap<UUID, Entry>();
        handle.createQuery("""
                        select id, seq, part_name, part_number, description, quantity, supplier, location_id
                        from inv_part where change_no > :since""")
                .bind("since", since)
                .map((row, context) -> entry(row, categories, names))
                .forEach(entry -> changed.put(entry.id(), entry));
        return changed;
    }

    private static Entry entry(ResultSet row, Map<UUID, Set<UUID>> categories, Map<String, String> names)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        var name = row.getString("part_name");
        var number = row.getString("part_number");
        var description = row.getString("description");
        var supplier = row.getString("supplier");
        var foldedName = Folding.fold(name);
        var folded = foldedName + BETWEEN + fold(number) + BETWEEN + fold(description);
        return new Entry(
                id,
                row.getLong("seq"),
                name,
                number,
                folded,
                foldedName.length(),
                row.getBigDecimal("quantity"),
                supplier == null ? null : names.computeIfAbsent(supplier, text -> text),
                row.getObject("location_id", UUID.class),
                Set.copyOf(categories.getOrDefault(id, Set.of())));
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : Folding.fold(text);
    }

    /// Names of categories that exist.
    public Map<String, UUID> categoriesNamed(List<String> names) {
        if (names.isEmpty()) return Map.of();
        return database.read(handle -> {
            var found = new HashMap<String, UUID>();
            handle.createQuery("select name, id from inv_category where name in (<names>)")
                    .bindList("names", names)
                    .map((row, context) -> Map.entry(row.getString("name"), row.getObject("id", UUID.class)))
                    .forEach(each -> found.put(each.getKey(), each.getValue()));
            return found;
        });
    }

    public Map<UUID, String> locationNames() {
        return database.read(handle -> {
            var names = new HashMap<UUID, String>();
            handle.createQuery("select id, name from inv_location")
                    .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                    .forEach(each -> names.put(each.getKey(), each.getValue()));
            return names;
        });
    }
}
