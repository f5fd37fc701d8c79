package org.gemba.inventory.ui.edge;

import java.util.List;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.inventory.InventoryEdgeFeature;
import org.gemba.inventory.LocationService;
import org.gemba.inventory.PartSearch;
import org.gemba.inventory.PartService;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The recipes of these screens.
public final class EdgeScreens {
    public static final String IMPORT = "inventory.import";
    public static final String ENRICHMENT = "inventory.enrichment";
    public static final String LABELS = "inventory.labels";
    public static final String AI = "inventory.ai";

    private EdgeScreens() {}

    public static List<ScreenSpec> of(
            Desk desk, InventoryEdgeFeature edge, PartService parts, PartSearch search, LocationService locations) {
        return List.of(
                new ScreenSpec(
                        IMPORT,
                        "inventory.import.title",
                        MaterialDesignF.FILE_IMPORT_OUTLINE,
                        Area.INVENTORY,
                        Permission.CSV_IMPORT,
                        arguments -> new ImportView(desk, edge.csv())),
                new ScreenSpec(
                        ENRICHMENT,
                        "inventory.enrichment.title",
                        MaterialDesignS.STORE_SEARCH_OUTLINE,
                        Area.INVENTORY,
                        Permission.PARTS_UPDATE,
                        arguments -> new EnrichmentView(desk, edge.enrichment(), search)),
                new ScreenSpec(
                        LABELS,
                        "inventory.labels.title",
                        MaterialDesignL.LABEL_OUTLINE,
                        Area.INVENTORY,
                        Permission.PARTS_READ,
                        arguments -> new LabelsView(
                                desk,
                                new LabelsViewModel(desk, edge.labels(), parts, search, locations),
                                arguments.getOrDefault("part", ""))),
                new ScreenSpec(
                        AI,
                        "inventory.ai.title",
                        MaterialDesignR.ROBOT_OUTLINE,
                        Area.INVENTORY,
                        Permission.CHAT,
                        arguments -> new AiView(desk, edge.ai())));
    }
}
