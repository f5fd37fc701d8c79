package org.gemba.demo.suppliers;

import com.sun.net.httpserver.HttpExchange;
import java.util.LinkedHashMap;
import java.util.Map;

/// EasyEDA's library of LCSC's parts.
public final class LcscSimulator extends Shop {
    private LcscSimulator(Catalogue catalogue) {
        super("lcsc-simulator", catalogue);
    }

    public static LcscSimulator start(Catalogue catalogue) {
        return new LcscSimulator(catalogue);
    }

    @Override
    protected Reply answer(HttpExchange exchange) {
        var steps = exchange.getRequestURI().getPath().split("/");
        boolean known = steps.length == 5 && steps[1].equals("api") && steps[4].equals("components");
        var part = catalogue.parts().stream()
                .filter(one -> known && one.lcsc().equalsIgnoreCase(steps[3]))
                .findFirst();
        return part.map(found -> new Reply(200, Map.of("success", true, "code", 0, "result", result(found))))
                .orElse(new Reply(200, Map.of("success", false, "code", 404, "message", "not found")));
    }

    private Map<String, Object> result(CataloguePart part) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("pre", "U?");
        parameters.put("name", part.mpn());
        parameters.put("package", part.packageName());
        parameters.put("Supplier Part", part.lcsc());
        parameters.put("Manufacturer", part.maker());
        parameters.put("Manufacturer Part", part.mpn());
        parameters.putAll(part.parameters());
        parameters.put("link", file(part, ".html"));
        var drawing = Map.of("uuid_3d", "3d" + part.file().hashCode(), "c_para", Map.of("link", file(part, ".pdf")));
        var shop = Map.of(
                "stock",
                part.stock(),
                "price",
                part.prices().getFirst(),
                "url",
                "https://item.szlcsc.com/" + part.lcsc() + ".html");
        return Map.of(
                "uuid", "sym" + part.file().hashCode(),
                "title", part.mpn(),
                "description", part.description(),
                "SMT", true,
                "szlcsc", shop,
                "dataStr", Map.of("head", Map.of("docType", "2", "c_para", parameters)),
                "packageDetail", Map.of("title", part.packageName(), "dataStr", Map.of("head", drawing)));
    }
}
