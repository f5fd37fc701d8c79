package org.gemba.planning.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.planning.SalesService;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Reply;
import org.gemba.web.Route;
import org.gemba.web.Upload;
import org.jspecify.annotations.Nullable;

/// Ways in for sales and stock, which the document lacks.
public final class SalesRoutes {
    private static final long MOST_BYTES = 20L << 20;

    private final SalesService service;

    private SalesRoutes(SalesService service) {
        this.service = service;
    }

    record SaleBody(
            String sku,
            LocalDate date,
            BigDecimal quantity,
            @Nullable BigDecimal revenue,
            @Nullable String location) {}

    record StockBody(
            long productId,
            String location,
            BigDecimal available,
            BigDecimal reserved,
            @Nullable BigDecimal maxLevel) {}

    record Parts(Upload file) {}

    record Stored(int stored) {}

    public static List<Route> of(SalesService service) {
        var routes = new SalesRoutes(service);
        return List.of(
                Route.post(
                                ApiFamily.PLANNING,
                                "/api/sales",
                                "Store sales; a day told again for the same product and place is replaced")
                        .needs(Permission.PLANNING_WRITE)
                        .maxBody(MOST_BYTES)
                        .takes(SaleBody[].class)
                        .answers(Stored.class)
                        .status(201)
                        .handle(routes::add),
                Route.post(ApiFamily.PLANNING, "/api/sales/import", "Store the sales of a CSV or XLSX file")
                        .needs(Permission.PLANNING_WRITE)
                        .maxBody(MOST_BYTES)
                        .takesMultipart(Parts.class)
                        .answers(Stored.class)
                        .status(201)
                        .handle(routes::importFile),
                Route.put(ApiFamily.PLANNING, "/api/stock/levels", "Store what lies where")
                        .needs(Permission.PLANNING_WRITE)
                        .maxBody(MOST_BYTES)
                        .takes(StockBody[].class)
                        .answers(Stored.class)
                        .handle(routes::putStock));
    }

    private Object add(Call call) {
        var rows = Arrays.stream(call.body(SaleBody[].class))
                .map(row -> new SalesService.Told(row.sku(), row.date(), row.quantity(), row.revenue(), row.location()))
                .toList();
        return Answer.created(new Reply("Sales stored", new Stored(service.add(call.caller(), rows))));
    }

    private Object importFile(Call call) throws IOException {
        int stored = service.importFile(call.caller(), call.file("file").bytes());
        return Answer.created(new Reply("Sales stored", new Stored(stored)));
    }

    private Object putStock(Call call) {
        var rows = Arrays.stream(call.body(StockBody[].class))
                .map(row -> new SalesService.ToldStock(
                        row.productId(), row.location(), row.available(), row.reserved(), row.maxLevel()))
                .toList();
        return new Reply("Stock levels stored", new Stored(service.putStock(call.caller(), rows)));
    }
}
