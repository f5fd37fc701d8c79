package org.gemba.shell.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.gemba.platform.db.StoredSettings;

/// Every setting with the layer that it comes from. Only what neither the environment nor the file fixes can be
/// changed here.
///
/// @param save stores changes for the named user; blocks until they are on disk
public record SettingsBook(
        Function<String, Optional<String>> environment,
        Function<String, Optional<String>> file,
        Function<String, Optional<String>> stored,
        BiConsumer<List<StoredSettings.Change>, String> save) {
    /// The layers from the strongest to the weakest.
    public enum Origin {
        ENVIRONMENT,
        FILE,
        STORED,
        DEFAULT;

        public boolean isFixed() {
            return this == ENVIRONMENT || this == FILE;
        }
    }

    /// @param text empty when no layer has it
    public record Entry(String name, String text, Origin origin) {}

    public Entry entry(String name) {
        return from(environment, name, Origin.ENVIRONMENT)
                .or(() -> from(file, name, Origin.FILE))
                .or(() -> from(stored, name, Origin.STORED))
                .orElse(new Entry(name, "", Origin.DEFAULT));
    }

    private static Optional<Entry> from(Function<String, Optional<String>> layer, String name, Origin origin) {
        return layer.apply(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new Entry(name, text, origin));
    }
}
