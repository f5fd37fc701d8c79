package org.gemba.platform.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemba.platform.db.Database;
import org.gemba.platform.error.AppError;
import org.gemba.platform.health.HealthPart.State;

/// The state of the whole program.
public final class Health {
    private final Database database;
    private final List<HealthPart> parts;
    private final Clock clock;

    /// @param database how long a read took; empty when it cannot be read
    /// @param connections those of readers
    /// @param outside the systems outside by their names
    public record Report(
            Optional<Duration> database, Database.Connections connections, Map<String, State> outside, Instant at) {
        /// `unhealthy` without the database, `degraded` when a system outside that is set up is missing.
        public String word() {
            if (database.isEmpty()) return "unhealthy";
            return outside.containsValue(State.UNHEALTHY) ? "degraded" : "healthy";
        }

        public State of(String part) {
            return outside.getOrDefault(part, State.NOT_CONFIGURED);
        }
    }

    public Health(Database database, List<HealthPart> parts, Clock clock) {
        this.database = database;
        this.parts = List.copyOf(parts);
        this.clock = clock;
    }

    public Report report() {
        var outside = new LinkedHashMap<String, State>();
        for (var part : parts) outside.put(part.name(), part.state().get());
        return new Report(read(), database.connections(), outside, clock.instant());
    }

    /// Whether the database answers; cheaper than a whole report.
    public Optional<Duration> read() {
        try {
            return Optional.of(database.ping());
        } catch (AppError.Unavailable e) {
            return Optional.empty();
        }
    }
}
