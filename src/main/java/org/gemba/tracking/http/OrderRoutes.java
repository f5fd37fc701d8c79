package org.gemba.tracking.http;

import java.util.Arrays;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.tracking.OrderQuery;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.TrackingOrders;
import org.gemba.web.Call;
import org.gemba.web.Route;
import org.jspecify.annotations.Nullable;

/// The caller's orders and their materials.
final class OrderRoutes {
    private static final int ROWS = 20;
    private static final int MOST_PAGES = 1_000_000;
    private static final int LONGEST_KEYWORD = 100;

    private final TrackingOrders orders;

    OrderRoutes(TrackingOrders orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ApiFamily.TRACKING, "/api/orders/search", "Search one's orders")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(30)
                        .query("keyword", "string", "words in order number, material code, name or specification")
                        .query("status", "string", "pending, producing, shipped, completed or cancelled")
                        .query("page", "integer", "from 1")
                        .query("pageSize", "integer", "20 unless told; more than 100 means 100")
                        .answers(OrderBodies.Found.class)
                        .handle(this::search),
                Route.get(ApiFamily.TRACKING, "/api/orders/{order_id}/status", "How far an order is")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(60)
                        .pathParameter("order_id", "as the search gave it")
                        .answers(OrderBodies.Status.class)
                        .handle(call -> OrderBodies.Status.of(orders.order(call.caller(), call.path("order_id")))),
                Route.get(ApiFamily.TRACKING, "/api/orders/{order_id}/materials", "What was ordered, and how far it is")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(60)
                        .pathParameter("order_id", "as the search gave it")
                        .answers(OrderBodies.Materials.class)
                        .handle(call -> OrderBodies.Materials.of(orders.order(call.caller(), call.path("order_id")))),
                Route.get(ApiFamily.TRACKING, "/api/materials/{material_id}/progress", "How far one material is")
                        .needs(Permission.TRACKING_OWN)
                        .perMinute(60)
                        .pathParameter("material_id", "as the search gave it")
                        .answers(OrderBodies.Progress.class)
                        .handle(this::progress));
    }

    private Object search(Call call) {
        var keyword = call.query("keyword").orElse("");
        if (keyword.length() > LONGEST_KEYWORD) {
            call.fault(new FieldError(
                    FieldError.Place.QUERY, "keyword", keyword.length(), new Rule.TooLong(LONGEST_KEYWORD)));
        }
        var status = status(call);
        int page = call.queryInt("page", 1, 1, MOST_PAGES);
        int size = call.queryInt("pageSize", ROWS, 1, Integer.MAX_VALUE);
        call.checked();
        var query = new OrderQuery(keyword, status, page, Math.min(size, OrderQuery.MOST_ROWS));
        return OrderBodies.Found.of(orders.search(call.caller(), query), orders.now());
    }

    private static @Nullable OrderStatus status(Call call) {
        var word = call.query("status").orElse("");
        if (word.isEmpty()) return null;
        var status = OrderStatus.of(word);
        if (status.isEmpty()) {
            var words =
                    Arrays.stream(OrderStatus.values()).map(OrderStatus::word).toList();
            call.fault(new FieldError(FieldError.Place.QUERY, "status", word, new Rule.OneOf(words)));
        }
        return status.orElse(null);
    }

    private Object progress(Call call) {
        var found = orders.material(call.caller(), call.path("material_id"));
        return OrderBodies.Progress.of(found.order(), found.material());
    }
}
