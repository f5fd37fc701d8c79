package org.gemba.shell.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.gemba.platform.log.LogLine;
import org.gemba.platform.log.LogLine.Level;

/// Lines of the log one by one, or the failures of the same identity in one.
final class LogGroups {
    private LogGroups() {}

    /// @param count how many lines it stands for
    /// @param at the time of the last of them
    /// @param text what is copied
    record Row(Instant at, Level level, int count, String identity, String logger, String message, String text) {
        static Row of(LogLine line, int count) {
            return new Row(
                    line.at(), line.level(), count, line.identity(), line.logger(), line.message(), line.asText());
        }
    }

    /// Newest first.
    static List<Row> single(List<LogLine> lines) {
        return lines.reversed().stream().map(line -> Row.of(line, 1)).toList();
    }

    /// The most frequent first; without a failure a line belongs to those that say the same.
    static List<Row> byFailure(List<LogLine> lines) {
        var groups = new LinkedHashMap<String, List<LogLine>>();
        for (var line : lines) {
            var key = line.identity().isEmpty() ? line.logger() + "\n" + line.message() : line.identity();
            groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(line);
        }
        return groups.values().stream()
                .map(group -> Row.of(group.getLast(), group.size()))
                .sorted((a, b) -> Integer.compare(b.count(), a.count()))
                .toList();
    }
}
