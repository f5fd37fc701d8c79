package org.gemba.mto;

import java.time.Duration;
import java.util.Map;

/// How the caches do since the last reset.
///
/// @param memory answers held in memory
/// @param database answers built from stored documents where memory had none
/// @param hottest the ten most asked for, with how often
public record CacheStats(
        boolean memoryEnabled,
        int size,
        int maxSize,
        Duration timeToLive,
        Ratio memory,
        Ratio database,
        long totalQueries,
        int uniqueMtos,
        Map<String, Long> hottest) {
    public record Ratio(long hits, long misses) {
        /// hits / (hits + misses); 0 before the first.
        public double rate() {
            long all = hits + misses;
            return all == 0 ? 0 : (double) hits / all;
        }
    }
}
