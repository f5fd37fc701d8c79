package org.gemba.erp;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to change in the {@link SyncConfig}; null leaves a field as it is.
public record SyncConfigChange(
        @Nullable Boolean autoEnabled,
        @Nullable List<LocalTime> schedule,
        @Nullable Integer autoDays,
        @Nullable Integer manualDays) {}
