package org.gemba.erp;

import java.time.LocalTime;
import java.util.List;

/// When and how far back the documents are synchronised.
///
/// @param schedule in the factory's zone, ascending
/// @param autoDays how many days a scheduled run goes back
/// @param manualDays what a manual run proposes
public record SyncConfig(
        boolean autoEnabled,
        List<LocalTime> schedule,
        int autoDays,
        int manualDays,
        int chunkDays,
        int parallelChunks) {}
