package org.gemba.platform.audit;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Who changed what. A service records its line in the same write as the change, so that neither exists alone.
public final class Audit {
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Audit(Clock clock) {
        this.clock = clock;
    }

    /// @param action a short stable verb, for example `create`, `update`, `delete`, `login`
    /// @param type what kind of thing, for example `user`
    /// @param before the record as it was, null when it did not exist; never with a secret in it
    /// @param after the record as it is now, null when it no longer exists
    public void record(
            Handle handle,
            String who,
            String action,
            String type,
            String id,
            @Nullable Object before,
            @Nullable Object after) {
        handle.execute(
                "insert into audit_line(at, who, action, type, entity_id, before_state, after_state)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                clock.instant(),
                who,
                action,
                type,
                id,
                text(before),
                text(after));
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
