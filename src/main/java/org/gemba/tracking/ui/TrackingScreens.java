package org.gemba.tracking.ui;

import java.util.List;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.gemba.tracking.TrackingCustomers;
import org.gemba.tracking.TrackingMessages;
import org.gemba.tracking.TrackingMonitor;
import org.gemba.tracking.TrackingOrders;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/// What tracking brings to the window. A class of its own, so that a server never loads JavaFX.
public final class TrackingScreens {
    public static final String CUSTOMERS = "tracking.customers";
    public static final String INVITES = "tracking.invites";
    public static final String PREVIEW = "tracking.preview";
    public static final String MESSAGES = "tracking.messages";
    public static final String MONITOR = "tracking.monitor";

    private TrackingScreens() {}

    public static List<ScreenSpec> screens(
            Desk desk,
            TrackingCustomers customers,
            TrackingOrders orders,
            TrackingMessages messages,
            TrackingMonitor monitor) {
        var manage = Permission.TRACKING_MANAGE;
        return List.of(
                new ScreenSpec(
                        CUSTOMERS,
                        "tracking.customers.title",
                        MaterialDesignA.ACCOUNT_MULTIPLE_OUTLINE,
                        Area.TRACKING,
                        manage,
                        arguments -> new CustomersView(desk, customers)),
                new ScreenSpec(
                        INVITES,
                        "tracking.invites.title",
                        MaterialDesignQ.QRCODE,
                        Area.TRACKING,
                        manage,
                        arguments -> new InvitesView(desk, customers)),
                new ScreenSpec(
                        PREVIEW,
                        "tracking.preview.title",
                        MaterialDesignC.CELLPHONE,
                        Area.TRACKING,
                        manage,
                        arguments -> new PreviewView(desk, customers, orders, arguments.getOrDefault("customer", ""))),
                new ScreenSpec(
                        MESSAGES,
                        "tracking.messages.title",
                        MaterialDesignM.MESSAGE_TEXT_OUTLINE,
                        Area.TRACKING,
                        manage,
                        arguments -> new MessagesView(desk, messages)),
                new ScreenSpec(
                        MONITOR,
                        "tracking.monitor.title",
                        MaterialDesignP.PULSE,
                        Area.TRACKING,
                        manage,
                        arguments -> new MonitorView(desk, monitor)));
    }
}
