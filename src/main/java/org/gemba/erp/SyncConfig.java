package org.gemba.erp;

import java.time.LocalTime;
import java.util.List;

/// When synchronisation starts by itself and how far it goes back.
public record SyncConfig(boolean automatic, List<LocalTime> schedule, int automaticDays, int manualDays) {
    public SyncConfig {
        schedule = List.copyOf(schedule);
    }
}
