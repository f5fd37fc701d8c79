package org.gemba.erp;

import java.util.UUID;

/// How far a synchronisation has come; announced a few times a second while it runs.
///
/// @param percent 0 to 100
/// @param phase `init`, `discover`, `documents`, `texts` or `done`
/// @param message one sentence for people
/// @param documents how many documents were fetched so far
public record SyncProgress(
        UUID run, int percent, String phase, String message, int chunksDone, int chunks, int mtos, long documents) {}
