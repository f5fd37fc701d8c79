package org.gemba.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gemba.platform.error.AppError;

/// Slows down guessing over all logins together, whichever API or the desktop they come through. Failures are counted
/// for an account from one address, for an address over all accounts, and, with much more patience, for an account
/// over all addresses; beyond what is free each failure doubles the wait, up to 15 minutes. A stranger's guessing from
/// one address so never locks out the owner at another. Counters are in memory, and forgotten 15 minutes after the
/// last failure.
public final class LoginThrottle {
    private static final int FREE_PAIR = 5;
    private static final int FREE_ADDRESS = 8;
    private static final int FREE_ACCOUNT = 100;
    private static final int MOST_COUNTERS = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Clock clock;
    private final boolean on;
    private final Cache<String, Failures> counters =
            Caffeine.newBuilder().maximumSize(MOST_COUNTERS).build();

    private record Failures(int count, Instant last) {}

    public LoginThrottle(Clock clock, boolean on) {
        this.clock = clock;
        this.on = on;
    }

    /// Call before the password is looked at.
    ///
    /// @throws AppError.RateLimited while the wait lasts
    public void check(String account, String address) {
        if (!on) return;
        var wait = longest(
                wait(pair(account, address), FREE_PAIR),
                longest(wait(address(address), FREE_ADDRESS), wait(account(account), FREE_ACCOUNT)));
        if (wait.isPositive()) throw new AppError.RateLimited("Too many failed logins; try again later", wait);
    }

    public void failed(String account, String address) {
        if (!on) return;
        count(pair(account, address));
        count(address(address));
        count(account(account));
    }

    /// The failures of this pair were slips of the one who has now proved to be the owner.
    public void succeeded(String account, String address) {
        var slips = counters.asMap().remove(pair(account, address));
        if (slips == null) return;
        takeBack(address(address), slips.count());
        takeBack(account(account), slips.count());
    }

    /// Forgets every failure: the way out for an administrator at the desktop.
    public void reset() {
        counters.invalidateAll();
    }

    private void count(String key) {
        var now = clock.instant();
        counters.asMap()
                .compute(key, (unused, old) -> new Failures(old == null || isOld(old) ? 1 : old.count() + 1, now));
    }

    private void takeBack(String key, int count) {
        counters.asMap()
                .computeIfPresent(
                        key,
                        (unused, old) -> old.count() <= count ? null : new Failures(old.count() - count, old.last()));
    }

    private Duration wait(String key, int free) {
        var failures = counters.getIfPresent(key);
        if (failures == null || failures.count() < free || isOld(failures)) return Duration.ZERO;
        var whole = Duration.ofSeconds(1L << Math.min(20, failures.count() - free + 1));
        if (whole.compareTo(LONGEST) > 0) whole = LONGEST;
        return Duration.between(clock.instant(), failures.last().plus(whole));
    }

    private boolean isOld(Failures failures) {
        return Duration.between(failures.last(), clock.instant()).compareTo(LONGEST) > 0;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String pair(String account, String address) {
        return "p " + account + " " + address;
    }

    private static String address(String address) {
        return "a " + address;
    }

    private static String account(String account) {
        return "u " + account;
    }
}
