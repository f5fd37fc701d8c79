package org.gemba.mto.cache;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.gemba.mto.data.QueryCounts;
import org.gemba.platform.error.AppError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which MTOs people ask for most. Counted in memory, added to the database every minute of use and at the end, so
/// that at worst a minute of counting is lost.
public final class QueryHistory {
    private static final Logger LOG = LoggerFactory.getLogger(QueryHistory.class);
    private static final int MOST = 10_000;
    private static final long FLUSH_MILLIS = Duration.ofMinutes(1).toMillis();

    private final QueryCounts store;
    private final Clock clock;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> pending = new ConcurrentHashMap<>();
    private final LongAdder total = new LongAdder();
    private final AtomicLong lastFlush;

    public QueryHistory(QueryCounts store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.lastFlush = new AtomicLong(clock.millis());
        store.top(MOST).forEach((mto, queries) -> {
            add(counts, mto, queries);
            total.add(queries);
        });
    }

    public void count(String mtoNumber) {
        add(counts, mtoNumber, 1);
        add(pending, mtoNumber, 1);
        total.increment();
        if (counts.size() > MOST) forgetRarest();
        long now = clock.millis();
        long last = lastFlush.get();
        if (now - last >= FLUSH_MILLIS && lastFlush.compareAndSet(last, now)) flush();
    }

    /// The most asked for with how often, most first.
    public Map<String, Long> top(int most) {
        var top = new LinkedHashMap<String, Long>();
        sums().sorted(comparing(Count::queries, reverseOrder()).thenComparing(Count::mtoNumber))
                .limit(most)
                .forEach(count -> top.put(count.mtoNumber(), count.queries()));
        return top;
    }

    public List<String> hottest(int most) {
        return List.copyOf(top(most).keySet());
    }

    public long total() {
        return total.sum();
    }

    public int unique() {
        return counts.size();
    }

    public void reset() {
        counts.clear();
        pending.clear();
        total.reset();
        store.clear();
    }

    /// Hands what was counted since the last time to the database; waits for the disk only at the end of the program.
    public void flush() {
        write(false);
    }

    public void close() {
        write(true);
    }

    /// A database that takes nothing now must not spoil the answer that was counted.
    private void write(boolean wait) {
        var more = drain();
        if (more.isEmpty()) return;
        try {
            var written = store.add(more, clock.instant()).exceptionally(failure -> {
                keepForLater(more, failure);
                return 0;
            });
            if (wait) written.join();
        } catch (AppError e) {
            keepForLater(more, e);
        }
    }

    private void keepForLater(Map<String, Long> more, Throwable failure) {
        LOG.warn("the query history was not stored: {}", failure.getMessage());
        more.forEach((mto, queries) -> add(pending, mto, queries));
    }

    private Map<String, Long> drain() {
        var more = new LinkedHashMap<String, Long>();
        for (var mto : pending.keySet()) {
            var count = pending.remove(mto);
            if (count != null) more.put(mto, count.sum());
        }
        return more;
    }

    /// A tenth at a time, so that it is not done at every query.
    private synchronized void forgetRarest() {
        int tooMany = counts.size() - MOST * 9 / 10;
        sums().sorted(comparing(Count::queries))
                .limit(Math.max(0, tooMany))
                .forEach(count -> counts.remove(count.mtoNumber()));
    }

    private record Count(String mtoNumber, long queries) {}

    private Stream<Count> sums() {
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().sum()));
    }

    private static void add(Map<String, LongAdder> counts, String mto, long queries) {
        counts.computeIfAbsent(mto, key -> new LongAdder()).add(queries);
    }
}
