package org.gemba.web.dialect;

import java.time.Instant;
import java.util.Map;
import org.gemba.access.ApiFamily;
import org.jspecify.annotations.Nullable;

/// How one API family writes. A dialect knows no route: the server picks it by the route, or for an unknown path by the
/// longest known beginning.
public sealed interface Dialect permits MtoDialect, TrackingDialect, KpiDialect, InventoryDialect, PlanningDialect {

    /// What a dialect may want to print beside the value.
    ///
    /// @param now the time of the answer
    /// @param url path and query of the request, for links to other pages
    record Context(String requestId, Instant now, String url) {}

    int status(Problem problem);

    /// The body of an error.
    Object error(Problem problem, Context context);

    /// The body of a success: the value itself or the family's envelope around it.
    @Nullable
    Object success(@Nullable Object value, Context context);

    /// Headers that follow from the value, for example a total count.
    default Map<String, String> headers(@Nullable Object value) {
        return Map.of();
    }

    static Dialect of(ApiFamily family) {
        return switch (family) {
            case MTO -> new MtoDialect();
            case TRACKING -> new TrackingDialect();
            case KPI -> new KpiDialect();
            case INVENTORY -> new InventoryDialect();
            case PLANNING -> new PlanningDialect();
        };
    }
}
