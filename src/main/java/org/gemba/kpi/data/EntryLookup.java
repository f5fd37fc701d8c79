package org.gemba.kpi.data;

import org.gemba.access.Caller;
import org.gemba.kpi.ClientScope;
import org.gemba.kpi.EntryId;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.ProductionEntry;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;

/// Finds an entry by its public number among those of the caller's clients that were not taken back.
public final class EntryLookup {
    private EntryLookup() {}

    /// @throws AppError.NotFound for an unknown, a foreign or a withdrawn one alike
    public static ProductionEntry of(Handle handle, Caller caller, String entryId) {
        var scope = ClientScope.of(caller);
        return EntryId.parse(entryId)
                .flatMap(id -> EntryTable.find(handle, id))
                .filter(entry -> scope.contains(entry.clientId()) && entry.state() != EntryState.WITHDRAWN)
                .orElseThrow(() -> new AppError.NotFound("Production entry", entryId));
    }
}
