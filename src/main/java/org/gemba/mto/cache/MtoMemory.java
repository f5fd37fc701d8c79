package org.gemba.mto.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.gemba.mto.MtoContent;

/// Answers in memory by MTO number, as typed. Bounded in number and in age.
public final class MtoMemory {
    /// @param asOf the stamp of the oldest document behind the content
    public record Kept(MtoContent content, Instant asOf) {}

    private final boolean enabled;
    private final Cache<String, Kept> entries;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final AtomicLong generation = new AtomicLong();

    public MtoMemory(boolean enabled, int maxSize, Duration timeToLive, Clock clock) {
        this.enabled = enabled;
        this.entries = Caffeine.newBuilder()
                .maximumSize(maxSize)
                .expireAfterWrite(timeToLive)
                .ticker(ticker(clock))
                .executor(Runnable::run)
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    /// Does not count as a hit or a miss.
    public Optional<Kept> peek(String mtoNumber) {
        return Optional.ofNullable(entries.getIfPresent(mtoNumber));
    }

    public void count(boolean hit) {
        (hit ? hits : misses).increment();
    }

    /// A mark to hand to {@link #put}: what was read before a clearing must not come back after it.
    public long generation() {
        return generation.get();
    }

    public void put(String mtoNumber, Kept kept, long readIn) {
        if (!enabled || readIn != generation.get()) return;
        entries.put(mtoNumber, kept);
        if (readIn != generation.get()) entries.asMap().remove(mtoNumber, kept);
    }

    /// @return whether it was there
    public boolean remove(String mtoNumber) {
        return entries.asMap().remove(mtoNumber) != null;
    }

    /// @return how many there were
    public int clear() {
        generation.incrementAndGet();
        int size = size();
        entries.invalidateAll();
        return size;
    }

    public int size() {
        entries.cleanUp();
        return Math.toIntExact(entries.estimatedSize());
    }

    public boolean isEnabled() {
        return enabled;
    }

    public long hits() {
        return hits.sum();
    }

    public long misses() {
        return misses.sum();
    }

    public void resetCounts() {
        hits.reset();
        misses.reset();
    }
}
