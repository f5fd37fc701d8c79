package org.gemba.inventory.supplier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.gemba.inventory.Capability;
import org.gemba.inventory.SupplierPart;
import org.gemba.inventory.supplier.SupplierFailed.Reason;
import org.gemba.platform.http.Outbound;
import org.gemba.platform.http.Retry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// DigiKey's product information API, version 4: `GET {base}/products/v4/search/{number}/productdetails` with a token
/// of the OAuth2 client credentials grant, which lives about ten minutes and is renewed a minute early.
final class DigiKey implements SupplierApi {
    private static final String NAME = "DigiKey";
    private static final Duration EARLY = Duration.ofMinutes(1);

    private final SupplierCall call;
    private final Supplier<SupplierSettings> settings;
    private final Clock clock;
    private @Nullable Token token;

    private record Token(String text, String client, Instant until) {}

    DigiKey(Outbound outbound, Supplier<SupplierSettings> settings, Clock clock) {
        this.call = new SupplierCall(NAME, outbound);
        this.settings = settings;
        this.clock = clock;
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
        var now = settings.get();
        return now.digikeyId().isBlank() || now.digikeySecret().isBlank()
                ? "DIGIKEY_CLIENT_ID and DIGIKEY_CLIENT_SECRET"
                : "";
    }

    @Override
    public SupplierPart find(String number) throws SupplierFailed {
        var now = settings.get();
        if (!missing().isEmpty()) throw new SupplierFailed(Reason.NOT_CONFIGURED, "DigiKey needs " + missing());
        JsonNode answer;
        try {
            answer = call.json(details(now, number, token(now)));
        } catch (SupplierFailed e) {
            if (e.reason() != Reason.REFUSED) throw e;
            forget();
            answer = call.json(details(now, number, token(now)));
        }
        var product = answer.path("Product");
        if (!product.isObject()) throw new SupplierFailed(Reason.UNKNOWN_PART, "DigiKey knows no part " + number);
        return part(number, product);
    }

    private static Request details(SupplierSettings now, String number, String token) {
        return new Request.Builder()
                .url(HttpUrl.get(now.digikeyBase())
                        .newBuilder()
                        .addPathSegments("products/v4/search")
                        .addPathSegment(number)
                        .addPathSegment("productdetails")
                        .build())
                .header("Authorization", "Bearer " + token)
                .header("X-DIGIKEY-Client-Id", now.digikeyId())
                .header("X-DIGIKEY-Locale-Site", "US")
                .header("X-DIGIKEY-Locale-Language", "en")
                .header("X-DIGIKEY-Locale-Currency", "USD")
                .build();
    }

    private synchronized String token(SupplierSettings now) throws SupplierFailed {
        var held = token;
        if (held != null
                && held.client().equals(now.digikeyId())
                && clock.instant().isBefore(held.until())) {
            return held.text();
        }
        var form = new FormBody.Builder()
                .add("client_id", now.digikeyId())
                .add("client_secret", now.digikeySecret().value())
                .add("grant_type", "client_credentials")
                .build();
        var answer = call.json(Retry.repeatable(new Request.Builder())
                .url(HttpUrl.get(now.digikeyBase())
                        .newBuilder()
                        .addPathSegments("v1/oauth2/token")
                        .build())
                .post(form)
                .build());
        var text = Json.text(answer, "access_token");
        if (text == null) throw new SupplierFailed(Reason.GARBAGE, "DigiKey gave no token");
        var life = Duration.ofSeconds(answer.path("expires_in").asLong(599));
        token = new Token(text, now.digikeyId(), clock.instant().plus(life).minus(EARLY));
        return text;
    }

    private synchronized void forget() {
        token = null;
    }

    private static SupplierPart part(String number, JsonNode product) {
        var description = product.path("Description");
        var longer = Json.text(description, "DetailedDescription");
        var own = Json.text(product.path("ProductVariations").path(0), "DigiKeyProductNumber");
        var specifications = specifications(product.path("Parameters"));
        return new SupplierPart(
                NAME,
                own == null ? number : own,
                Json.text(product, "ManufacturerProductNumber"),
                Json.text(product, "Manufacturer", "Name"),
                longer == null ? Json.text(description, "ProductDescription") : longer,
                Json.text(product, "Category", "Name"),
                specifications.get("Package / Case"),
                Json.address(Json.text(product, "ProductUrl")),
                Json.address(Json.text(product, "DatasheetUrl")),
                Json.address(Json.text(product, "PhotoUrl")),
                Json.number(product.path("QuantityAvailable")).orElse(null),
                prices(product),
                specifications,
                Json.text(product, "ProductStatus", "Status"),
                alternatives(product),
                null,
                null,
                null);
    }

    private static List<SupplierPart.Price> prices(JsonNode product) {
        var all = new ArrayList<SupplierPart.Price>();
        for (var step : product.path("ProductVariations").path(0).path("StandardPricing")) {
            var quantity = Json.number(step.path("BreakQuantity"));
            var price = Json.number(step.path("UnitPrice"));
            if (quantity.isPresent() && price.isPresent()) {
                all.add(new SupplierPart.Price(quantity.get(), price.get(), "USD"));
            }
        }
        return all;
    }

    private static Map<String, String> specifications(JsonNode parameters) {
        var all = new LinkedHashMap<String, String>();
        for (var parameter : parameters) {
            var name = Json.text(parameter, "ParameterText");
            var text = Json.text(parameter, "ValueText");
            if (name != null && text != null) all.put(name, text);
        }
        return all;
    }

    private static List<String> alternatives(JsonNode product) {
        var all = new ArrayList<String>();
        for (var other : product.path("OtherNames")) {
            var name = Json.text(other);
            if (name != null) all.add(name);
        }
        return all;
    }
}
