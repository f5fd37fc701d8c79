package org.gemba.inventory.ui;

import java.util.List;
import java.util.Map;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.action.Action;
import org.gemba.inventory.InventoryFeature;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// What the inventory brings to the window. A class of its own, so that a server never loads JavaFX.
public final class InventoryScreens {
    public static final String PARTS = "inventory.parts";
    public static final String PART = "inventory.part";
    public static final String LOCATIONS = "inventory.locations";
    public static final String SCAN = "inventory.scan";
    public static final String ORDERS = "inventory.orders";

    private final InventoryFeature inventory;

    public InventoryScreens(InventoryFeature inventory) {
        this.inventory = inventory;
    }

    public List<ScreenSpec> screens(Desk desk) {
        var read = Permission.PARTS_READ;
        return List.of(
                new ScreenSpec(
                        PARTS,
                        "inventory.parts.title",
                        MaterialDesignP.PACKAGE_VARIANT_CLOSED,
                        Area.INVENTORY,
                        read,
                        arguments -> new PartsView(desk, inventory)),
                new ScreenSpec(
                        LOCATIONS,
                        "inventory.locations.title",
                        MaterialDesignM.MAP_MARKER_OUTLINE,
                        Area.INVENTORY,
                        Permission.LOCATIONS_READ,
                        arguments -> new LocationsView(desk, inventory)),
                new ScreenSpec(
                        SCAN,
                        "inventory.scan.title",
                        MaterialDesignB.BARCODE_SCAN,
                        Area.INVENTORY,
                        Permission.PARTS_UPDATE,
                        arguments -> new ScanView(desk, inventory)),
                new ScreenSpec(
                        ORDERS,
                        "inventory.orders.title",
                        MaterialDesignC.CART_OUTLINE,
                        Area.INVENTORY,
                        read,
                        arguments -> new OrdersView(desk, inventory)),
                new ScreenSpec(
                        PART,
                        "inventory.part.title",
                        MaterialDesignP.PACKAGE_VARIANT,
                        Area.NONE,
                        read,
                        arguments -> new PartView(desk, inventory, arguments.getOrDefault("part", ""))));
    }

    public List<Action> actions(Desk desk) {
        return List.of(Action.of(
                        "inventory.scan-open",
                        "inventory.scan.title",
                        MaterialDesignB.BARCODE_SCAN,
                        () -> desk.navigator().open(SCAN))
                .shortcut("Shortcut+B")
                .needs(Permission.PARTS_UPDATE));
    }

    public List<SearchProvider> searchProviders(Desk desk) {
        return List.of(new SearchProvider() {
            @Override
            public String titleKey() {
                return "inventory.parts.title";
            }

            @Override
            public char prefix() {
                return '$';
            }

            @Override
            public List<Hit> search(String query, int limit) {
                return inventory.search().text(desk.caller().get(), query, 1, limit).parts().stream()
                        .map(part -> new Hit(
                                part.name(),
                                part.number() == null ? "" : part.number(),
                                MaterialDesignP.PACKAGE_VARIANT,
                                PART,
                                Map.of("part", part.id().toString())))
                        .toList();
            }
        });
    }
}
