package org.gemba.mto.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.gemba.platform.db.Database;
import org.jdbi.v3.core.Handle;

/// How often each MTO was asked for, over restarts.
public final class QueryCounts {
    private static final String ADD = """
            merge into mto_query_count t
            using (values (cast(:mto as varchar(50)), cast(:queries as bigint),
                           cast(:at as timestamp with time zone))) s(mto_number, queries, last_queried_at)
            on t.mto_number = s.mto_number
            when matched then update set queries = t.queries + s.queries, last_queried_at = s.last_queried_at
            when not matched then insert (mto_number, queries, last_queried_at)
                values (s.mto_number, s.queries, s.last_queried_at)""";

    private final Database database;

    public QueryCounts(Database database) {
        this.database = database;
    }

    /// The most asked for, most first.
    public Map<String, Long> top(int count) {
        return database.read(handle -> handle.createQuery("""
                        select mto_number, queries from mto_query_count
                        order by queries desc, last_queried_at desc, mto_number limit :count""")
                .bind("count", count)
                .reduceRows(new LinkedHashMap<>(), (counts, row) -> {
                    counts.put(row.getColumn("mto_number", String.class), row.getColumn("queries", Long.class));
                    return counts;
                }));
    }

    /// Adds what came on top since the last time. Completes when it is on the disk.
    public CompletableFuture<Integer> add(Map<String, Long> more, Instant at) {
        return database.writeLater(handle -> addAll(handle, more, at));
    }

    public void clear() {
        database.write(handle -> handle.execute("delete from mto_query_count"));
    }

    private static int addAll(Handle handle, Map<String, Long> more, Instant at) {
        var batch = handle.prepareBatch(ADD);
        more.forEach((mto, queries) ->
                batch.bind("mto", mto).bind("queries", queries).bind("at", at).add());
        return batch.execute().length;
    }
}
