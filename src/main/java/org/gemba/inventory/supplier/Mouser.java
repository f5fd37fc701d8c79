package org.gemba.inventory.supplier;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.gemba.inventory.Capability;
import org.gemba.inventory.SupplierPart;
import org.gemba.inventory.supplier.SupplierFailed.Reason;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import tools.jackson.databind.JsonNode;

/// Mouser's search API, version 1: `POST {base}/api/v1/search/partnumber?apiKey=…`. It answers 200 with a list of
/// errors for a wrong key, and prices as text with a currency sign.
final class Mouser implements SupplierApi {
    private static final String NAME = "Mouser";
    private static final MediaType JSON = MediaType.get("application/json");

    private final SupplierCall call;
    private final Supplier<SupplierSettings> settings;

    private record Order(Search SearchByPartRequest) {}

    private record Search(String mouserPartNumber, String partSearchOptions) {}

    Mouser(Outbound outbound, Supplier<SupplierSettings> settings) {
        this.call = new SupplierCall(NAME, outbound);
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.range(Capability.FETCH_DATASHEET, Capability.ENRICH_BASIC_INFO);
    }

    @Override
    public boolean needsKey() {
        return true;
    }

    @Override
    public String missing() {
        return settings.get().mouserKey().isBlank() ? "MOUSER_API_KEY" : "";
    }

    @Override
    public SupplierPart find(String number) throws SupplierFailed {
        var now = settings.get();
        if (!missing().isEmpty()) throw new SupplierFailed(Reason.NOT_CONFIGURED, "Mouser needs " + missing());
        var answer = call.json(Retry.repeatable(new Request.Builder())
                .url(HttpUrl.get(now.mouserBase())
                        .newBuilder()
                        .addPathSegments("api/v1/search/partnumber")
                        .addQueryParameter("apiKey", now.mouserKey().value())
                        .build())
                .post(RequestBody.create(call.text(new Order(new Search(number, "string"))), JSON))
                .build());
        if (!answer.path("Errors").isEmpty())
            throw refused(answer.path("Errors").path(0));
        return part(number, best(number, answer.path("SearchResults").path("Parts")));
    }

    private static SupplierFailed refused(JsonNode error) {
        var code = String.valueOf(Json.text(error, "Code"));
        return code.contains("TooManyRequests") || code.contains("MaxCall")
                ? new SupplierFailed(Reason.BUSY, "Mouser asks to wait")
                : new SupplierFailed(Reason.REFUSED, "Mouser refuses: " + Json.text(error, "Message"));
    }

    /// The one with exactly this number, or the first one.
    private static JsonNode best(String number, JsonNode parts) throws SupplierFailed {
        for (var part : parts) {
            if (number.equalsIgnoreCase(Json.text(part, "MouserPartNumber"))
                    || number.equalsIgnoreCase(Json.text(part, "ManufacturerPartNumber"))) return part;
        }
        if (parts.isEmpty()) throw new SupplierFailed(Reason.UNKNOWN_PART, "Mouser knows no part " + number);
        return parts.path(0);
    }

    private static SupplierPart part(String number, JsonNode part) {
        var own = Json.text(part, "MouserPartNumber");
        return new SupplierPart(
                NAME,
                own == null ? number : own,
                Json.text(part, "ManufacturerPartNumber"),
                Json.text(part, "Manufacturer"),
                Json.text(part, "Description"),
                Json.text(part, "Category"),
                null,
                Json.address(Json.text(part, "ProductDetailUrl")),
                Json.address(Json.text(part, "DataSheetUrl")),
                Json.address(Json.text(part, "ImagePath")),
                Json.number(part.path("AvailabilityInStock"))
                        .or(() -> Json.number(part.path("Availability")))
                        .orElse(null),
                prices(part.path("PriceBreaks")),
                specifications(part),
                Json.text(part, "LifecycleStatus"),
                alternatives(part),
                null,
                null,
                null);
    }

    private static List<SupplierPart.Price> prices(JsonNode breaks) {
        var all = new ArrayList<SupplierPart.Price>();
        for (var step : breaks) {
            var quantity = Json.number(step.path("Quantity"));
            var price = Json.number(step.path("Price"));
            var currency = Json.text(step, "Currency");
            if (quantity.isPresent() && price.isPresent()) {
                all.add(new SupplierPart.Price(quantity.get(), price.get(), currency == null ? "USD" : currency));
            }
        }
        return all;
    }

    private static Map<String, String> specifications(JsonNode part) {
        var all = new LinkedHashMap<String, String>();
        for (var attribute : part.path("ProductAttributes")) {
            var name = Json.text(attribute, "AttributeName");
            var text = Json.text(attribute, "AttributeValue");
            if (name != null && text != null) all.merge(name, text, (one, more) -> one + ", " + more);
        }
        for (var name : List.of("LeadTime", "Min", "Mult", "ROHSStatus")) {
            var text = Json.text(part, name);
            if (text != null) all.put(name, text);
        }
        return all;
    }

    private static List<String> alternatives(JsonNode part) {
        var other = Json.text(part, "SuggestedReplacement");
        return other == null ? List.of() : List.of(other);
    }
}
