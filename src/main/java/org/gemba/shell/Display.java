package org.gemba.shell;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Whether a window can be shown on this machine. JavaFX itself tells it by a stack trace, and too late.
public final class Display {
    private static final List<String> FOR_TEXT =
            List.of("libpangoft2-1.0.so.0", "libfontconfig.so.1", "libfreetype.so.6");
    private static final List<String> FOR_WINDOWS = List.of("libgtk-3.so.0", "libXtst.so.6");
    private static final String PACKAGES = "libgtk-3-0 libxtst6 libgl1 libxxf86vm1";

    private Display() {}

    /// One line that says why no window can be shown; empty when one can. Loads no JavaFX class.
    public static Optional<String> whyNot() {
        return whyNot(
                System.getProperty("os.name", ""),
                System.getProperty("glass.platform", ""),
                System.getenv(),
                Display::isInstalled);
    }

    static Optional<String> whyNot(
            String system, String glass, Map<String, String> environment, Predicate<String> isInstalled) {
        if (!system.startsWith("Linux")) return Optional.empty();
        boolean headless = glass.endsWith("Headless");
        if (!headless && environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.of("There is no display (DISPLAY is not set).");
        }
        var needed = new ArrayList<>(FOR_TEXT);
        if (!headless) needed.addAll(FOR_WINDOWS);
        var missing = needed.stream().filter(isInstalled.negate()).toList();
        if (missing.isEmpty()) return Optional.empty();
        return Optional.of("The desktop needs system libraries that are missing: " + String.join(", ", missing)
                + " (Debian, Ubuntu: apt-get install " + PACKAGES + ").");
    }

    private static boolean isInstalled(String library) {
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
