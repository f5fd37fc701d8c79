package org.gemba.inventory.supplier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.gemba.inventory.Capability;
import org.gemba.inventory.SupplierPart;
import org.gemba.inventory.supplier.SupplierFailed.Reason;
import org.gemba.platform.http.Outbound;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// LCSC through the parts library of EasyEDA: `GET {base}/api/products/{C number}/components`. It needs no key and is
/// found by LCSC's own number only.
final class Lcsc implements SupplierApi {
    private static final String NAME = "LCSC";
    private static final String VERSION = "6.4.19.5";
    private static final Set<String> NO_PARAMETERS =
            Set.of("link", "pre", "name", "Contributor", "Supplier", "BOM_Supplier");

    private final SupplierCall call;
    private final Supplier<SupplierSettings> settings;

    Lcsc(Outbound outbound, Supplier<SupplierSettings> settings) {
        this.call = new SupplierCall(NAME, outbound);
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(
                EnumSet.of(Capability.FETCH_IMAGE, Capability.FETCH_ALTERNATIVES, Capability.FETCH_LIFECYCLE_STATUS));
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public String missing() {
        return "";
    }

    @Override
    public SupplierPart find(String number) throws SupplierFailed {
        if (!number.matches("[Cc]\\d{1,12}")) {
            throw new SupplierFailed(Reason.UNKNOWN_PART, "LCSC finds parts by its own number only, such as C1525");
        }
        var answer = call.json(new Request.Builder()
                .url(HttpUrl.get(settings.get().lcscBase())
                        .newBuilder()
                        .addPathSegments("api/products")
                        .addPathSegment(number)
                        .addPathSegment("components")
                        .addQueryParameter("version", VERSION)
                        .build())
                .build());
        var result = answer.path("result");
        if (!answer.path("success").asBoolean(false) || !result.isObject()) {
            throw new SupplierFailed(Reason.UNKNOWN_PART, "LCSC knows no part " + number);
        }
        return part(number, result);
    }

    private SupplierPart part(String number, JsonNode result) {
        var parameters = result.path("dataStr").path("head").path("c_para");
        var drawing = result.path("packageDetail").path("dataStr").path("head");
        var link = Json.text(parameters, "link");
        return new SupplierPart(
                NAME,
                number,
                Json.text(parameters, "Manufacturer Part"),
                Json.text(parameters, "Manufacturer"),
                Json.text(result, "description"),
                null,
                Json.text(parameters, "package"),
                Json.address(Json.text(result, "szlcsc", "url")),
                Json.address(link == null ? Json.text(drawing, "c_para", "link") : link),
                null,
                Json.number(result.path("szlcsc").path("stock")).orElse(null),
                prices(result.path("szlcsc").path("price")),
                specifications(parameters, result),
                null,
                List.of(),
                model(Json.text(drawing, "uuid_3d")),
                Json.text(result, "packageDetail", "title"),
                Json.text(result, "uuid"));
    }

    private @Nullable String model(@Nullable String id) {
        if (id == null) return null;
        return HttpUrl.get(settings.get().lcscBase())
                .newBuilder()
                .addPathSegments("analyzer/api/3dmodel")
                .addPathSegment(id)
                .build()
                .toString();
    }

    private static List<SupplierPart.Price> prices(JsonNode price) {
        return Json.number(price)
                .filter(each -> each.signum() > 0)
                .map(each -> List.of(new SupplierPart.Price(BigDecimal.ONE, each, "USD")))
                .orElse(List.of());
    }

    private static Map<String, String> specifications(JsonNode parameters, JsonNode result) {
        var all = new LinkedHashMap<String, String>();
        for (var entry : new ArrayList<>(parameters.properties())) {
            var text = Json.text(entry.getValue());
            if (text != null && !NO_PARAMETERS.contains(entry.getKey())) all.put(entry.getKey(), text);
        }
        if (result.path("SMT").isBoolean()) all.put("SMT", result.path("SMT").booleanValue() ? "yes" : "no");
        return all;
    }
}
