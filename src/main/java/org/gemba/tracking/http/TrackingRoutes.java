package org.gemba.tracking.http;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gemba.access.Tokens;
import org.gemba.tracking.TrackingLogin;
import org.gemba.tracking.TrackingMessages;
import org.gemba.tracking.TrackingMonitor;
import org.gemba.tracking.TrackingOrders;
import org.gemba.tracking.TrackingSettings;
import org.gemba.web.Route;

/// Every route of the tracking document.
public final class TrackingRoutes {
    private TrackingRoutes() {}

    public static List<Route> of(
            TrackingLogin login,
            TrackingOrders orders,
            TrackingMessages messages,
            TrackingMonitor monitor,
            Tokens tokens,
            TrackingSettings settings,
            Clock clock,
            Supplier<ZoneId> zone) {
        var routes = new ArrayList<Route>();
        routes.addAll(new UserRoutes(login, messages, tokens, clock).routes());
        routes.addAll(new OrderRoutes(orders).routes());
        routes.addAll(new MonitorRoutes(monitor, settings.monitoringNeedsToken(), clock, zone).routes());
        return routes;
    }
}
