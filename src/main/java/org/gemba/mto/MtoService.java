package org.gemba.mto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.erp.ErpDocuments;
import org.gemba.mto.MtoSource.Loaded;
import org.gemba.mto.cache.MtoMemory;
import org.gemba.mto.cache.QueryHistory;
import org.gemba.mto.calc.AlertRules;
import org.gemba.mto.calc.MtoAggregator;
import org.gemba.platform.error.AppError;

/// Everything that can be asked about make-to-order numbers, for the desktop and for HTTP. Calls block; the desktop
/// makes them through its task doorway.
public final class MtoService {
    private static final Duration ALERTS_KEPT = Duration.ofMinutes(5);

    private final ErpDocuments erp;
    private final MtoSource source;
    private final MtoMemory memory;
    private final QueryHistory history;
    private final MtoSettings settings;
    private final Clock clock;
    private final Supplier<ZoneId> zone;
    private final Cache<LocalDate, MtoAlerts> alerts =
            Caffeine.newBuilder().expireAfterWrite(ALERTS_KEPT).maximumSize(1).build();

    /// @param zone the factory's zone, which decides what today is
    public MtoService(
            ErpDocuments erp, QueryHistory history, MtoSettings settings, Clock clock, Supplier<ZoneId> zone) {
        this.erp = erp;
        this.history = history;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
        this.memory = new MtoMemory(settings.memoryEnabled(), settings.memorySize(), settings.memoryTtl(), clock);
        this.source = new MtoSource(
                erp, new MtoAggregator(settings.routing(), settings.strictAux()), memory, settings, clock);
    }

    /// Where one MTO and its sub-orders stand.
    ///
    /// @param useCache serve memory, then the database, while their oldest document is fresh, and when the ERP does not
    ///     answer; false asks the ERP and nobody else
    /// @throws AppError.NotFound when nobody knows the number
    /// @throws AppError.UpstreamUnavailable when only the ERP could tell, and does not answer
    /// @throws AppError.NotConfigured when only the ERP could tell, and none is set up
    public MtoStatus status(Caller caller, String mtoNumber, boolean useCache) {
        caller.require(Permission.MTO_READ);
        var status = useCache ? source.nearest(mtoNumber) : source.live(mtoNumber);
        history.count(mtoNumber);
        return status;
    }

    /// The bills around one MTO, from the ERP, or what is left when it does not answer.
    ///
    /// @throws AppError.NotFound when there is none
    public MtoStatus relatedOrders(Caller caller, String mtoNumber) {
        caller.require(Permission.MTO_READ);
        var status = source.liveOrStale(mtoNumber);
        if (status.related().isEmpty()) throw new AppError.NotFound("MTO number", mtoNumber);
        return status;
    }

    /// Cached production orders whose number or material name contains the words, synchronised last first.
    ///
    /// @param limit 1 to 100
    public ErpDocuments.Found search(Caller caller, String words, int limit, int offset) {
        caller.require(Permission.MTO_READ);
        return erp.search(words, limit, offset);
    }

    /// MTO numbers that were synchronised last, for suggestions.
    public List<String> recent(Caller caller, int count) {
        caller.require(Permission.MTO_READ);
        return erp.recent(count);
    }

    /// What is over-picked, over-shipped or short over all cached documents; at most five minutes old.
    public MtoAlerts alerts(Caller caller) {
        caller.require(Permission.MTO_READ);
        var today = LocalDate.ofInstant(clock.instant(), zone.get());
        return alerts.get(
                today,
                day -> new AlertRules(day, settings.shortWithinDays()).judge(erp.pickBalances(), erp.shipBalances()));
    }

    public CacheStats cacheStats(Caller caller) {
        caller.require(Permission.MTO_READ);
        return new CacheStats(
                memory.isEnabled(),
                memory.size(),
                settings.memorySize(),
                settings.memoryTtl(),
                new CacheStats.Ratio(memory.hits(), memory.misses()),
                source.databaseRatio(),
                history.total(),
                history.unique(),
                history.top(10));
    }

    public HotMtos hot(Caller caller, int count) {
        caller.require(Permission.MTO_READ);
        return new HotMtos(history.hottest(count), history.unique(), history.total());
    }

    /// Empties the memory; stored documents stay.
    ///
    /// @return how many answers there were
    public int clear(Caller caller) {
        caller.require(Permission.CACHE_WRITE);
        return forgetAll();
    }

    /// @return whether it was in memory
    public boolean invalidate(Caller caller, String mtoNumber) {
        caller.require(Permission.CACHE_WRITE);
        return memory.remove(mtoNumber);
    }

    /// Sets all counters to zero, also what is asked for most.
    public void resetStats(Caller caller) {
        caller.require(Permission.CACHE_WRITE);
        memory.resetCounts();
        source.resetCounts();
        history.reset();
    }

    /// Loads MTOs into memory, one after the other. It does not count as asking for them. Once the ERP has not
    /// answered,
    /// only the database is asked for the rest.
    ///
    /// @param progress is told how many of how many are done, and may throw to stop
    public WarmResult warm(Caller caller, int count, boolean useHot, Progress progress) {
        caller.require(Permission.CACHE_WRITE);
        var numbers = useHot ? history.hottest(count) : erp.recent(count);
        var from = useHot ? WarmResult.Source.QUERY_HISTORY : WarmResult.Source.RECENT_SYNCED;
        int warmed = 0;
        int done = 0;
        boolean erpAnswers = true;
        for (var number : numbers) {
            var loaded = source.load(number, erpAnswers);
            if (loaded == Loaded.YES) warmed++;
            if (loaded == Loaded.ERP_SILENT) erpAnswers = false;
            progress.done(++done, numbers.size());
        }
        return new WarmResult(from, count, warmed, done - warmed);
    }

    /// New documents are in the database: what is in memory is out of date.
    int forgetAll() {
        alerts.invalidateAll();
        return memory.clear();
    }

    /// Takes how far a work has come.
    @FunctionalInterface
    public interface Progress {
        void done(int count, int of);
    }
}
