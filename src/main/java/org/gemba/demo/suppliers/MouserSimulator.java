package org.gemba.demo.suppliers;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Mouser's search API, version 1. It answers a wrong key with 200 and a list of errors, as the real one does.
public final class MouserSimulator extends Shop {
    public static final String KEY = "demo-mouser-key";

    private MouserSimulator(Catalogue catalogue) {
        super("mouser-simulator", catalogue);
    }

    public static MouserSimulator start(Catalogue catalogue) {
        return new MouserSimulator(catalogue);
    }

    @Override
    protected Reply answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (!("apiKey=" + KEY).equals(exchange.getRequestURI().getQuery())) {
            return errors("InvalidAuthorization", "Invalid unique identifier.");
        }
        var order = json().readTree(body(exchange));
        if (path.equals("/api/v1/search/partnumber")) {
            var number =
                    order.path("SearchByPartRequest").path("mouserPartNumber").asString("");
            return found(catalogue.find(number).map(List::of).orElse(List.of()));
        }
        if (path.equals("/api/v1/search/keyword")) {
            var word = order.path("SearchByKeywordRequest").path("keyword").asString("");
            return found(catalogue.parts().stream()
                    .filter(part ->
                            part.description().contains(word) || part.mpn().contains(word))
                    .toList());
        }
        return new Reply(404, Map.of("Message", "No HTTP resource was found"));
    }

    private Reply found(List<CataloguePart> parts) {
        var results = Map.of(
                "NumberOfResult",
                parts.size(),
                "Parts",
                parts.stream().map(this::part).toList());
        return new Reply(200, Map.of("Errors", List.of(), "SearchResults", results));
    }

    private static Reply errors(String code, String message) {
        return new Reply(200, Map.of("Errors", List.of(Map.of("Id", 0, "Code", code, "Message", message))));
    }

    private Map<String, Object> part(CataloguePart part) {
        var breaks = new ArrayList<Map<String, Object>>();
        for (int step = 0; step < CataloguePart.STEPS.size(); step++) {
            var price =
                    part.prices().get(step).setScale(4, RoundingMode.HALF_UP).toPlainString();
            breaks.add(Map.of("Quantity", CataloguePart.STEPS.get(step), "Price", "$" + price, "Currency", "USD"));
        }
        var attributes = new ArrayList<Map<String, Object>>();
        part.parameters()
                .forEach((name, value) -> attributes.add(Map.of("AttributeName", name, "AttributeValue", value)));
        return Map.ofEntries(
                Map.entry("MouserPartNumber", part.mouser()),
                Map.entry("ManufacturerPartNumber", part.mpn()),
                Map.entry("Manufacturer", part.maker()),
                Map.entry("Description", part.description()),
                Map.entry("Category", part.category()),
                Map.entry("DataSheetUrl", file(part, ".pdf")),
                Map.entry("ImagePath", file(part, ".png")),
                Map.entry("ProductDetailUrl", "https://www.mouser.com/ProductDetail/" + part.mouser()),
                Map.entry("Availability", part.stock() + " In Stock"),
                Map.entry("AvailabilityInStock", String.valueOf(part.stock())),
                Map.entry("LeadTime", "56 Days"),
                Map.entry("Min", "1"),
                Map.entry("Mult", "1"),
                Map.entry("ROHSStatus", "RoHS Compliant"),
                Map.entry("LifecycleStatus", part.lifecycle()),
                Map.entry("PriceBreaks", breaks),
                Map.entry("ProductAttributes", attributes));
    }
}
