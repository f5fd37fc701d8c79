package org.gemba.inventory;

import java.util.Locale;
import java.util.Optional;

/// What a supplier's API can tell of a part. The lower-case names are those of the API.
public enum Capability {
    FETCH_DATASHEET("Datasheet document of the part"),
    FETCH_IMAGE("Picture of the part"),
    FETCH_PRICING("Price breaks"),
    FETCH_STOCK("Stock at the supplier"),
    FETCH_SPECIFICATIONS("Technical parameters"),
    FETCH_ALTERNATIVES("Parts that can take its place"),
    VALIDATE_PART_NUMBER("Whether the part number exists"),
    FETCH_LIFECYCLE_STATUS("Whether the part is still made"),
    ENRICH_BASIC_INFO("Maker, description, package, product page"),
    FETCH_3D_MODEL("Address of the 3D model"),
    FETCH_FOOTPRINT("Footprint of the package"),
    FETCH_SYMBOL("Schematic symbol");

    private final String description;

    Capability(String description) {
        this.description = description;
    }

    /// For example `fetch_datasheet`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /// In any letter case.
    public static Optional<Capability> named(String id) {
        for (var capability : values()) {
            if (capability.id().equalsIgnoreCase(id.strip())) return Optional.of(capability);
        }
        return Optional.empty();
    }
}
