package org.gemba.inventory.data;

import org.gemba.access.Caller;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;
import org.jspecify.annotations.Nullable;

/// Writes audit lines inside the write that they tell of.
public final class Trail {
    private final Database database;
    private final Audit audit;

    public Trail(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /// @param before the record as it was; null when it is new
    /// @param after the record as it is; null when it is gone
    public void line(
            Caller who, String action, String type, Object id, @Nullable Object before, @Nullable Object after) {
        database.write(handle -> {
            audit.record(handle, who.username(), action, type, id.toString(), before, after);
            return type;
        });
    }
}
