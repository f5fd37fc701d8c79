package org.gemba.erp.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.gemba.erp.ErpDocuments.Found;
import org.gemba.erp.ErpDocuments.Hit;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// The production orders as a search needs them, in memory: about 60 bytes each. Before every search it asks the
/// database whether something was written, and takes over only what was.
public final class SearchIndex {
    private record Row(Hit hit, String foldedName, long entryId) {}

    /// The rows of one MTO number, in the order of their entry.
    private record Mto(long id, String foldedNumber, long version, List<Row> rows) {}

    private record Mark(long version, long count) {}

    private final Database database;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Mto> byId = new HashMap<>();
    private final Map<String, String> foldedNames = new HashMap<>();
    private volatile List<Mto> newestFirst = List.of();
    private Mark mark = new Mark(0, 0);

    public SearchIndex(Database database) {
        this.database = database;
    }

    /// Production orders whose MTO number or material name contains the words, in either case; those synchronised last
    /// first.
    public Found search(String words, int limit, int offset) {
        refresh();
        var wanted = words.toLowerCase(Locale.ROOT);
        var hits = new ArrayList<Hit>();
        int total = 0;
        for (var mto : newestFirst) {
            boolean all = mto.foldedNumber().contains(wanted);
            for (var row : mto.rows()) {
                if (!all && !row.foldedName().contains(wanted)) continue;
                if (total >= offset && hits.size() < limit) hits.add(row.hit());
                total++;
            }
        }
        return new Found(List.copyOf(hits), total);
    }

    private void refresh() {
        lock.lock();
        try {
            database.read(handle -> {
                var now = mark(handle);
                if (!now.equals(mark)) take(handle, now);
                return now;
            });
        } finally {
            lock.unlock();
        }
    }

    private static Mark mark(Handle handle) {
        return handle.createQuery(
                        "select (select coalesce(max(version), 0) from erp_mto), (select count(*) from erp_mto)")
                .map((row, context) -> new Mark(row.getLong(1), row.getLong(2)))
                .one();
    }

    private void take(Handle handle, Mark now) {
        load(handle, mark.version());
        if (byId.size() != now.count()) {
            byId.clear();
            load(handle, 0);
        }
        newestFirst = byId.values().stream()
                .sorted(java.util.Comparator.comparingLong(Mto::version)
                        .thenComparingLong(Mto::id)
                        .reversed())
                .toList();
        mark = now;
    }

    private void load(Handle handle, long after) {
        handle.createQuery("select id, number, version from erp_mto where version > :after")
                .bind("after", after)
                .map((row, context) -> new Mto(
                        row.getLong(1), row.getString(2).toLowerCase(Locale.ROOT), row.getLong(3), new ArrayList<>()))
                .forEach(mto -> byId.put(mto.id(), mto));
        handle.createQuery(
                        "select p.mto_id, m.number, x.code, x.name, p.quantity, p.entry_id from erp_production_order p"
                                + " join erp_mto m on m.id = p.mto_id join erp_material_text x on x.id = p.material_id"
                                + " where m.version > :after order by p.mto_id, p.entry_id")
                .bind("after", after)
                .map((row, context) -> Map.entry(
                        row.getLong(1),
                        new Row(
                                new Hit(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        plain(row.getBigDecimal(5))),
                                folded(row.getString(4)),
                                row.getLong(6))))
                .forEach(entry -> {
                    var mto = byId.get(entry.getKey());
                    if (mto != null) mto.rows().add(entry.getValue());
                });
    }

    private String folded(String name) {
        return foldedNames.computeIfAbsent(name, text -> text.toLowerCase(Locale.ROOT));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
