package org.gemba.mto.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.mto.CacheStats;
import org.gemba.mto.HotMtos;
import org.gemba.mto.MtoService;
import org.gemba.mto.WarmResult;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// The cache endpoints of the MTO document.
final class CacheRoutes {
    private final MtoService service;

    private CacheRoutes(MtoService service) {
        this.service = service;
    }

    static List<Route> of(MtoService service) {
        var routes = new CacheRoutes(service);
        return List.of(
                Route.get(ApiFamily.MTO, "/api/cache/stats", "How the caches do")
                        .needs(Permission.MTO_READ)
                        .answers(Stats.class)
                        .handle(routes::stats),
                Route.get(ApiFamily.MTO, "/api/cache/hot-mtos", "The MTOs asked for most")
                        .needs(Permission.MTO_READ)
                        .query("top_n", "integer", "1 to 100, default 20")
                        .answers(Hot.class)
                        .handle(routes::hot),
                Route.post(ApiFamily.MTO, "/api/cache/clear", "Empty the memory cache")
                        .needs(Permission.CACHE_WRITE)
                        .perMinute(10)
                        .answers(Cleared.class)
                        .handle(call -> new Cleared("cleared", service.clear(call.caller()))),
                Route.post(ApiFamily.MTO, "/api/cache/warm", "Load MTOs into the memory cache")
                        .needs(Permission.CACHE_WRITE)
                        .perMinute(5)
                        .query("count", "integer", "1 to 500, default 100")
                        .query("use_hot", "boolean", "those asked for most instead of those synchronised last")
                        .answers(Warmed.class)
                        .handle(routes::warm),
                Route.post(ApiFamily.MTO, "/api/cache/reset-stats", "Set the counters to zero")
                        .needs(Permission.CACHE_WRITE)
                        .answers(Done.class)
                        .handle(routes::reset),
                Route.delete(ApiFamily.MTO, "/api/cache/{mto_number}", "Take one MTO out of the memory cache")
                        .needs(Permission.CACHE_WRITE)
                        .pathParameter("mto_number", "2 to 50 letters, digits and hyphens")
                        .answers(Invalidated.class)
                        .handle(routes::invalidate));
    }

    private Object stats(Call call) {
        return Stats.of(service.cacheStats(call.caller()));
    }

    private Object hot(Call call) {
        int count = call.queryInt("top_n", 20, 1, 100);
        call.checked();
        return Hot.of(service.hot(call.caller(), count));
    }

    private Object warm(Call call) {
        int count = call.queryInt("count", 100, 1, 500);
        boolean useHot = call.queryFlag("use_hot", false);
        call.checked();
        return Warmed.of(service.warm(call.caller(), count, useHot, (done, of) -> {}));
    }

    private Object reset(Call call) {
        service.resetStats(call.caller());
        return new Done("stats_reset");
    }

    private Object invalidate(Call call) {
        var number = MtoRoutes.mtoNumber(call);
        call.checked();
        return new Invalidated(service.invalidate(call.caller(), number) ? "invalidated" : "not_found", number);
    }

    record Done(String status) {}

    record Cleared(String status, int entriesCleared) {}

    record Invalidated(String status, String mtoNumber) {}

    record Warmed(String status, int warmed, int failed, String source, int requested) {
        static Warmed of(WarmResult result) {
            return new Warmed(
                    result.isNothingToDo() ? "no_mtos_found" : "completed",
                    result.warmed(),
                    result.failed(),
                    result.source().word(),
                    result.requested());
        }
    }

    record Hot(List<String> hotMtos, int totalUniqueMtos, long totalQueries) {
        static Hot of(HotMtos hot) {
            return new Hot(hot.mtoNumbers(), hot.uniqueMtos(), hot.totalQueries());
        }
    }

    record Stats(Memory memoryCache, Stored databaseCache, Queries queryStats) {
        record Memory(
                boolean enabled, int size, int maxSize, long hits, long misses, BigDecimal hitRate, long ttlSeconds) {}

        record Stored(boolean enabled, long hits, long misses, BigDecimal hitRate) {}

        /// @param top10Mtos pairs of number and count
        record Queries(
                long totalQueries,
                int totalUniqueMtos,
                @JsonProperty("top_10_mtos") List<List<Object>> top10Mtos) {}

        static Stats of(CacheStats stats) {
            return new Stats(
                    new Memory(
                            stats.memoryEnabled(),
                            stats.size(),
                            stats.maxSize(),
                            stats.memory().hits(),
                            stats.memory().misses(),
                            rate(stats.memory()),
                            stats.timeToLive().toSeconds()),
                    new Stored(true, stats.database().hits(), stats.database().misses(), rate(stats.database())),
                    new Queries(
                            stats.totalQueries(),
                            stats.uniqueMtos(),
                            stats.hottest().entrySet().stream()
                                    .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                                    .toList()));
        }

        private static BigDecimal rate(CacheStats.Ratio ratio) {
            return BigDecimal.valueOf(ratio.rate()).setScale(3, RoundingMode.HALF_UP);
        }
    }
}
