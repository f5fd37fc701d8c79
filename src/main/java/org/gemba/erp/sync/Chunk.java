package org.gemba.erp.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Some days, half open: the first is in, the last is not. Fetching and purging use the same one, so that no day
/// falls between two chunks or out of both.
///
/// @param number counts from 0
record Chunk(int number, LocalDate from, LocalDate to) {
    /// @param from the first day
    /// @param to the day after the last
    static List<Chunk> of(LocalDate from, LocalDate to, int days) {
        var chunks = new ArrayList<Chunk>();
        for (var day = from; day.isBefore(to); day = day.plusDays(days)) {
            var end = day.plusDays(days);
            chunks.add(new Chunk(chunks.size(), day, end.isBefore(to) ? end : to));
        }
        return chunks;
    }

    /// For people: both days are in.
    String words() {
        return from + " to " + to.minusDays(1);
    }
}
