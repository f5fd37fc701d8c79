package org.gemba.mto.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.fx.SearchProvider;
import org.gemba.fx.action.Action;
import org.gemba.mto.MtoService;
import org.gemba.mto.MtoTraveller;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/// What make-to-order brings to the window. A class of its own, so that a server never loads JavaFX.
public final class MtoScreens {
    public static final String LOOKUP = "mto.lookup";
    public static final String ORDER = "mto.order";
    public static final String ALERTS = "mto.alerts";

    private final MtoService service;
    private final MtoTraveller traveller;

    public MtoScreens(MtoService service, MtoTraveller traveller) {
        this.service = service;
        this.traveller = traveller;
    }

    public List<ScreenSpec> screens(Desk desk) {
        var read = Permission.MTO_READ;
        return List.of(
                new ScreenSpec(
                        LOOKUP,
                        "mto.lookup.title",
                        MaterialDesignB.BARCODE_SCAN,
                        Area.ORDERS,
                        read,
                        arguments -> new LookupView(desk, service)),
                new ScreenSpec(
                        ALERTS,
                        "mto.alerts.title",
                        MaterialDesignA.ALERT_OUTLINE,
                        Area.ORDERS,
                        read,
                        arguments -> new AlertsView(desk, service)),
                new ScreenSpec(
                        ORDER,
                        "mto.order.title",
                        MaterialDesignF.FILE_TREE_OUTLINE,
                        Area.NONE,
                        read,
                        arguments -> new OrderView(desk, service, traveller, arguments.getOrDefault("mto", ""))));
    }

    public List<Action> actions(Desk desk) {
        return List.of(Action.of(
                        "mto.lookup",
                        "mto.lookup.title",
                        MaterialDesignB.BARCODE_SCAN,
                        () -> desk.navigator().open(LOOKUP))
                .shortcut("Shortcut+L")
                .needs(Permission.MTO_READ));
    }

    public List<Part> homeTiles(Desk desk) {
        var read = Permission.MTO_READ;
        return List.of(
                new Part(
                        AlertsTile.ID,
                        "mto.alerts.title",
                        MaterialDesignA.ALERT_OUTLINE,
                        read,
                        () -> new AlertsTile(desk, service)),
                new Part(
                        RecentTile.ID,
                        "mto.recent.title",
                        MaterialDesignH.HISTORY,
                        read,
                        () -> new RecentTile(desk, service)));
    }

    public List<SearchProvider> searchProviders(Desk desk) {
        return List.of(new SearchProvider() {
            @Override
            public String titleKey() {
                return "mto.orders";
            }

            @Override
            public char prefix() {
                return '#';
            }

            @Override
            public List<Hit> search(String query, int limit) {
                return orders(desk, query, limit);
            }
        });
    }

    private List<SearchProvider.Hit> orders(Desk desk, String query, int limit) {
        var seen = new LinkedHashSet<String>();
        return service.search(desk.caller().get(), query, 100, 0).hits().stream()
                .filter(hit -> seen.add(hit.mtoNumber()))
                .limit(limit)
                .map(hit -> new SearchProvider.Hit(
                        hit.mtoNumber(),
                        hit.materialName(),
                        MaterialDesignF.FILE_TREE_OUTLINE,
                        ORDER,
                        Map.of("mto", hit.mtoNumber())))
                .toList();
    }
}
