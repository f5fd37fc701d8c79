package org.gemba.web.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.web.Route;
import org.gemba.web.Route.Limit;
import org.gemba.web.guard.ClientAddress;
import org.jspecify.annotations.Nullable;

/// Counts requests in windows that begin with a client's first request. The counters live in memory only and are
/// forgotten at the end of the program.
///
/// What is counted: a route's own limit by family, route template and client, where the client is the address for MTO
/// and for routes that are open, else the caller; a family's general limit by caller, for strangers by address. The
/// template counts, not the path, so that spelling a path differently lifts nothing.
public final class RateLimits {
    private static final int MOST_COUNTERS = 200_000;
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);

    private final Clock clock;
    private final boolean on;
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(MOST_COUNTERS)
            .expireAfterWrite(LONGEST_WINDOW)
            .build();

    private record Window(long ends, AtomicInteger used) {}

    /// What is left of the tightest limit that a request met.
    ///
    /// @param remaining below zero when the request was one too many
    /// @param ends when the window ends, in milliseconds since the epoch
    public record Standing(Limit limit, int remaining, long ends) {
        public boolean refused() {
            return remaining < 0;
        }
    }

    public RateLimits(Clock clock, boolean on) {
        this.clock = clock;
        this.on = on;
    }

    /// Counts one request of a caller. A request that is refused does not count, so that somebody who goes on trying
    /// is served again when the window ends.
    ///
    /// @return empty when no limit concerns it
    public Optional<Standing> take(Route route, Caller caller, String address) {
        var general = general(route.family(), caller);
        var own = route.limit();
        if (!on || own == Limit.NONE) return Optional.ofNullable(general).map(this::untouched);
        Standing first = general == null ? null : count(generalKey(route, caller, address), general);
        if (first != null && first.refused() || own == null) return Optional.ofNullable(first);
        var second = count(ownKey(route, caller, address), own);
        return Optional.of(second.refused() || first == null ? second : first);
    }

    /// What a request that is not counted is told.
    private Standing untouched(Limit limit) {
        return new Standing(limit, limit.count(), clock.millis() + limit.seconds() * 1000L);
    }

    /// Takes back the count of a request that did not reach the function that the limit protects.
    public void giveBack(Route route, Caller caller, String address) {
        var window = windows.getIfPresent(ownKey(route, caller, address));
        if (window != null) window.used().updateAndGet(used -> Math.max(0, used - 1));
    }

    private Standing count(String key, Limit limit) {
        long now = clock.millis();
        var window = windows.asMap()
                .compute(
                        key,
                        (unused, old) -> old == null || old.ends() <= now || old.ends() > now + limit.seconds() * 1000L
                                ? new Window(now + limit.seconds() * 1000L, new AtomicInteger())
                                : old);
        int used = window.used().getAndUpdate(count -> Math.min(limit.count(), count + 1));
        return new Standing(limit, limit.count() - used - 1, window.ends());
    }

    private static String ownKey(Route route, Caller caller, String address) {
        boolean byAddress = route.family() == ApiFamily.MTO || route.open() || caller.isNobody();
        return route.family() + " " + route.method() + " " + route.path() + " "
                + (byAddress ? ClientAddress.network(address) : caller.subject());
    }

    private static String generalKey(Route route, Caller caller, String address) {
        return route.family() + " * " + (caller.isNobody() ? ClientAddress.network(address) : caller.subject());
    }

    private static @Nullable Limit general(ApiFamily family, Caller caller) {
        return switch (family) {
            case KPI -> kpi(caller.role());
            case PLANNING -> new Limit(planning(caller), 3600);
            case MTO, TRACKING, INVENTORY -> null;
        };
    }

    private static @Nullable Limit kpi(Role role) {
        return switch (role) {
            case ADMIN -> null;
            case POWERUSER -> Limit.perMinute(500);
            case LEADER_DATACONFIG -> Limit.perMinute(200);
            case VIEWER, OPERATOR_DATAENTRY, MTO_SHARED, CUSTOMER -> Limit.perMinute(100);
        };
    }

    private static int planning(Caller caller) {
        if (caller.isNobody()) return 100;
        return caller.role() == Role.POWERUSER || caller.role() == Role.ADMIN ? 5000 : 1000;
    }
}
