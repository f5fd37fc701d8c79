package org.gemba.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gemba.access.ApiFamily;

/// Every route, literal paths before those with parameters, and whose form an answer takes when no route fits.
public final class RouteTable {
    /// Beginnings of paths by their documents; the longest that fits decides, `/api` belongs to MTO and all else to
    /// inventory.
    private static final Map<String, ApiFamily> BEGINNINGS = Map.ofEntries(
            Map.entry("/api", ApiFamily.MTO),
            Map.entry("/health", ApiFamily.MTO),
            Map.entry("/ws", ApiFamily.PLANNING),
            Map.entry("/ws/tasks", ApiFamily.INVENTORY),
            Map.entry("/ws/admin", ApiFamily.INVENTORY),
            Map.entry("/api/v1", ApiFamily.KPI),
            Map.entry("/api/auth/wx-login", ApiFamily.TRACKING),
            Map.entry("/api/auth/bind-company", ApiFamily.TRACKING),
            Map.entry("/api/orders", ApiFamily.TRACKING),
            Map.entry("/api/materials", ApiFamily.TRACKING),
            Map.entry("/api/wechat", ApiFamily.TRACKING),
            Map.entry("/api/user", ApiFamily.TRACKING),
            Map.entry("/api/erp", ApiFamily.TRACKING),
            Map.entry("/api/health/check", ApiFamily.TRACKING),
            Map.entry("/api/metrics/performance", ApiFamily.TRACKING),
            Map.entry("/api/auth/login", ApiFamily.PLANNING),
            Map.entry("/api/auth/refresh", ApiFamily.PLANNING),
            Map.entry("/api/auth/logout", ApiFamily.PLANNING),
            Map.entry("/api/products", ApiFamily.PLANNING),
            Map.entry("/api/forecasts", ApiFamily.PLANNING),
            Map.entry("/api/stock", ApiFamily.PLANNING),
            Map.entry("/api/schedules", ApiFamily.PLANNING),
            Map.entry("/api/resources", ApiFamily.PLANNING),
            Map.entry("/api/integrations", ApiFamily.PLANNING),
            Map.entry("/api/sales", ApiFamily.PLANNING),
            Map.entry("/api/users", ApiFamily.PLANNING),
            Map.entry("/api/health", ApiFamily.PLANNING),
            Map.entry("/api/metrics", ApiFamily.PLANNING),
            // What clients of the inventory call beside its documented paths.
            Map.entry("/api/csv", ApiFamily.INVENTORY),
            Map.entry("/api/tasks", ApiFamily.INVENTORY),
            Map.entry("/api/preview", ApiFamily.INVENTORY),
            Map.entry("/api/activity", ApiFamily.INVENTORY));

    private final List<Route> routes;

    /// @throws IllegalArgumentException when two routes have the same method and path
    public RouteTable(List<Route> routes) {
        var seen = new HashSet<String>();
        for (var route : routes) {
            var key = route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}");
            if (!seen.add(key)) throw new IllegalArgumentException("two routes answer " + key);
        }
        this.routes = routes.stream().sorted(literalsFirst()).toList();
    }

    public List<Route> routes() {
        return routes;
    }

    private static Comparator<Route> literalsFirst() {
        return Comparator.comparing((Route route) -> route.path().replace('{', '\uFFFF'))
                .thenComparing(Route::method);
    }

    public static ApiFamily family(String path) {
        var beginning = path;
        while (!beginning.isEmpty()) {
            var family = BEGINNINGS.get(beginning);
            if (family != null) return family;
            beginning = beginning.substring(0, Math.max(0, beginning.lastIndexOf('/')));
        }
        return ApiFamily.INVENTORY;
    }

    /// The methods that this path answers, `HEAD` beside every `GET`; empty for an unknown path.
    public Set<String> methods(String path) {
        var wanted = segments(path);
        var methods = new TreeSet<String>();
        for (var route : routes) {
            if (!fits(segments(route.path()), wanted)) continue;
            methods.add(route.method());
            if (route.method().equals("GET")) methods.add("HEAD");
        }
        return methods;
    }

    private static String[] segments(String path) {
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return path.substring(0, end).split("/", -1);
    }

    private static boolean fits(String[] template, String[] path) {
        if (template.length != path.length) return false;
        for (int i = 0; i < template.length; i++) {
            boolean parameter = template[i].startsWith("{");
            if (parameter ? path[i].isEmpty() : !template[i].equals(path[i])) return false;
        }
        return true;
    }
}
