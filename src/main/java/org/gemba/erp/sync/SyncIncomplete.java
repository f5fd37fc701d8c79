package org.gemba.erp.sync;

import java.util.Locale;
import org.gemba.erp.SyncRun;

/// A run that ended with holes. The task fails with it: a run with holes is never a success.
public final class SyncIncomplete extends RuntimeException {
    SyncIncomplete(SyncRun.Status status, String problems) {
        super(status.name().toLowerCase(Locale.ROOT) + ": " + problems);
    }
}
