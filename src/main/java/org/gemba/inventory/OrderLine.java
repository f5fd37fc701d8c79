package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of a supplier's order file.
///
/// @param row as a spreadsheet program counts: the header is 1
/// @param partName also the part's number: the maker's number where there is one
/// @param supplier as it is stored with the part: `LCSC`, `DigiKey`, `Mouser`
/// @param unitPrice exact as printed; zero where the file has none
/// @param extendedPrice of the whole line
/// @param currency three letters
/// @param categories guessed from the description
/// @param properties what is kept with the part under the supplier's own names
/// @param warnings what was odd about the row and yet accepted
public record OrderLine(
        long row,
        String partName,
        String supplier,
        String supplierPartNumber,
        @Nullable String manufacturerPartNumber,
        @Nullable String manufacturer,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        BigDecimal extendedPrice,
        String currency,
        String supplierUrl,
        List<String> categories,
        Map<String, Object> properties,
        List<String> warnings) {
    public OrderLine {
        categories = List.copyOf(categories);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        warnings = List.copyOf(warnings);
    }
}
