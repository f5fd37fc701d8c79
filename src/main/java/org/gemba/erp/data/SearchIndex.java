package org.gemba.erp.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gemba.erp.ErpDocuments.Found;
import org.gemba.erp.ErpDocuments.Hit;
import org.gemba.erp.Exact;
import org.gemba.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// Production orders by any part of their MTO number or material name. A database that must also be an H2 cannot index
/// «contains»; a hundred thousand short texts in memory are searched faster than a table of them.
public final class SearchIndex {
    private final Database database;
    private volatile @Nullable List<Entry> entries;

    private record Entry(String folded, Hit hit) {}

    public SearchIndex(Database database) {
        this.database = database;
    }

    /// The next search reads the table anew.
    public void forget() {
        entries = null;
    }

    /// @param words taken literally; ASCII letters match in either case
    public Found search(String words, int limit, int offset) {
        var folded = fold(words);
        var hits = new ArrayList<Hit>(limit);
        int total = 0;
        for (var entry : entries()) {
            if (!entry.folded().contains(folded)) continue;
            if (total >= offset && hits.size() < limit) hits.add(entry.hit());
            total++;
        }
        return new Found(hits, total);
    }

    private synchronized List<Entry> entries() {
        var known = entries;
        if (known != null) return known;
        var read = database.read(handle -> handle.createQuery("""
                select p.mto_number, p.material_code, p.material_name, p.quantity
                from erp_production_order p left join erp_mto m on m.mto_number = p.mto_number
                order by m.synced_at desc, p.id desc""")
                .map((row, context) ->
                        entry(row.getString(1), row.getString(2), row.getString(3), Exact.plain(row.getBigDecimal(4))))
                .list());
        entries = read;
        return read;
    }

    /// The separator stands in no number and no name, so nothing matches across it.
    private static Entry entry(String mtoNumber, String code, String name, BigDecimal quantity) {
        return new Entry(fold(mtoNumber) + '\u0000' + fold(name), new Hit(mtoNumber, code, name, quantity));
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
