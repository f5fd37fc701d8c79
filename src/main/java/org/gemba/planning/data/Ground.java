package org.gemba.planning.data;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.gemba.access.Caller;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.gemba.platform.events.Events;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// What every planning service stands on.
///
/// @param zone the factory's zone
public record Ground(Database database, Audit audit, Events events, Clock clock, Supplier<ZoneId> zone) {
    /// To the precision that the database keeps.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone.get());
    }

    public void audit(
            Handle handle,
            Caller caller,
            String action,
            String type,
            Object id,
            @Nullable Object before,
            @Nullable Object after) {
        audit.record(handle, caller.username(), action, type, id.toString(), before, after);
    }
}
