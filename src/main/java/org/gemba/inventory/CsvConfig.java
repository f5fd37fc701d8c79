package org.gemba.inventory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What happens after an import.
///
/// @param downloadTimeoutSeconds 5 to 300
public record CsvConfig(
        boolean downloadDatasheets,
        boolean downloadImages,
        boolean overwriteExistingFiles,
        int downloadTimeoutSeconds,
        boolean showProgress,
        Map<String, Object> additionalSettings) {
    public static final int LEAST_SECONDS = 5;
    public static final int MOST_SECONDS = 300;

    public CsvConfig {
        additionalSettings = Collections.unmodifiableMap(new LinkedHashMap<>(additionalSettings));
    }

    public static CsvConfig standard() {
        return new CsvConfig(true, true, false, 30, true, Map.of());
    }
}
