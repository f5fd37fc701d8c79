package org.gemba.planning;

import java.util.Arrays;
import java.util.List;
import org.gemba.platform.config.SettingsSource;

/// Which types and markets products may have. The document's own are the standard; a factory that sells other things
/// says so by `PLANNING_PRODUCT_TYPES` and `PLANNING_MARKETS`, each a list with commas.
public record ProductSettings(List<String> types, List<String> markets) {
    public ProductSettings {
        types = List.copyOf(types);
        markets = List.copyOf(markets);
    }

    public static ProductSettings read(SettingsSource settings) {
        return new ProductSettings(
                list(settings, "PLANNING_PRODUCT_TYPES", "Red,Black,Gold"),
                list(settings, "PLANNING_MARKETS", "UK,EU,USA"));
    }

    private static List<String> list(SettingsSource settings, String name, String otherwise) {
        return Arrays.stream(settings.text(name).orElse(otherwise).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
