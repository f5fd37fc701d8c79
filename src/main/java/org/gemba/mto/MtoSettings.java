package org.gemba.mto;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.gemba.mto.calc.Routing;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.config.WrongSetting;

/// What can be set about MTO answers.
///
/// @param freshFor how old the oldest document of a cached answer may be before the ERP is asked
/// @param strictAux whether a quantity that does not match a line's variant exactly counts as nothing
/// @param shortWithinDays how many days before its delivery day an incomplete order counts as short
public record MtoSettings(
        boolean memoryEnabled,
        int memorySize,
        Duration memoryTtl,
        boolean warmOnStart,
        int warmCount,
        Duration freshFor,
        boolean strictAux,
        int shortWithinDays,
        Routing routing) {

    public static MtoSettings read(SettingsSource settings) {
        return new MtoSettings(
                settings.flag("MTO_MEMORY_CACHE", true),
                settings.number("MTO_MEMORY_CACHE_SIZE", 2000, 100, 10_000),
                settings.seconds("MTO_MEMORY_CACHE_TTL_SECONDS", 1800, 60, 7200),
                settings.flag("MTO_WARM_ON_START", true),
                settings.number("MTO_WARM_COUNT", 30, 1, 500),
                Duration.ofMinutes(settings.number("MTO_FRESH_MINUTES", 60, 1, 1440)),
                settings.flag("MTO_STRICT_AUX", false),
                settings.number("MTO_SHORT_WITHIN_DAYS", 7, 0, 365),
                routing(settings));
    }

    private static Routing routing(SettingsSource settings) {
        var prefixes = settings.list("MTO_FINISHED_PREFIXES");
        var file = settings.text("MTO_CATEGORY_TABLE", "");
        try {
            var lines = file.isEmpty() ? bundledCategories() : Files.readAllLines(Path.of(file));
            return Routing.parse(lines, prefixes.isEmpty() ? List.of("07.") : prefixes);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting("MTO_CATEGORY_TABLE", file, "a readable category table: " + e.getMessage());
        }
    }

    private static List<String> bundledCategories() throws IOException {
        try (var in = Objects.requireNonNull(MtoSettings.class.getResourceAsStream("categories.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
