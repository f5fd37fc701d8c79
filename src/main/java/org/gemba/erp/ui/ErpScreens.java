package org.gemba.erp.ui;

import java.util.List;
import org.gemba.access.Permission;
import org.gemba.erp.ErpConnection;
import org.gemba.erp.SyncService;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// What the ERP brings to the window. A class of its own, so that a server never loads JavaFX.
public final class ErpScreens {
    public static final String SYNC = "erp.sync";

    private ErpScreens() {}

    public static List<ScreenSpec> screens(Desk desk, SyncService sync, ErpConnection erp) {
        return List.of(new ScreenSpec(
                SYNC,
                "erp.sync.title",
                MaterialDesignS.SYNC,
                ScreenSpec.Area.ORDERS,
                Permission.MTO_READ,
                arguments -> new SyncView(desk, sync, erp)));
    }
}
