package org.gemba.demo.suppliers;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        for (var pair : cell(row, "parameters").split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return new CataloguePart(
                cell(row, "lcsc"),
                cell(row, "digikey"),
                cell(row, "mouser"),
                cell(row, "mpn"),
                cell(row, "maker"),
                cell(row, "description"),
                cell(row, "category"),
                cell(row, "package"),
                Integer.parseInt(cell(row, "stock")),
                List.of(
                        new BigDecimal(cell(row, "price1")),
                        new BigDecimal(cell(row, "price10")),
                        new BigDecimal(cell(row, "price100"))),
                cell(row, "lifecycle"),
                parameters);
    }

    private static String cell(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    /// The name of its files: letters and digits only.
    String file() {
        return mpn.replaceAll("[^A-Za-z0-9]", "_");
    }

    boolean is(String number) {
        return List.of(lcsc, digikey, mouser, mpn).stream().anyMatch(number::equalsIgnoreCase);
    }
}
