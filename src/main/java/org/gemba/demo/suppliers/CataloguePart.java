package org.gemba.demo.suppliers;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One part as all three suppliers sell it.
///
/// @param prices of 1, 10 and 100 pieces, in dollars
public record CataloguePart(
        String lcsc,
        String digikey,
        String mouser,
        String mpn,
        String maker,
        String description,
        String category,
        String packageName,
        int stock,
        List<BigDecimal> prices,
        String lifecycle,
        Map<String, String> parameters) {
    static final List<Integer> STEPS = List.of(1, 10, 100);

    static CataloguePart of(Map<String, String> row) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : row.get("parameters").split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new CataloguePart(
                row.get("lcsc"),
                row.get("digikey"),
                row.get("mouser"),
                row.get("mpn"),
                row.get("maker"),
                row.get("description"),
                row.get("category"),
                row.get("package"),
                Integer.parseInt(row.get("stock")),
                List.of(
                        new BigDecimal(row.get("price1")),
                        new BigDecimal(row.get("price10")),
                        new BigDecimal(row.get("price100"))),
                row.get("lifecycle"),
                parameters);
    }

    /// The name of its files: letters and digits only.
    String file() {
        return mpn.replaceAll("[^A-Za-z0-9]", "_");
    }

    boolean is(String number) {
        return List.of(lcsc, digikey, mouser, mpn).stream().anyMatch(number::equalsIgnoreCase);
    }
}
