package org.gemba.inventory.csv;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The suppliers whose files are known, and how each calls its columns. Names are compared without case, marks and
/// spaces at their ends; a price column may carry a currency in parentheses.
public enum Format {
    DIGIKEY(
            "DigiKey",
            "DigiKey order export (CSV), product list or cart",
            List.of("DigiKey Part #", "Manufacturer Part Number", "Description", "Quantity"),
            List.of(
                    "Index",
                    "DigiKey Part #",
                    "Manufacturer Part Number",
                    "Manufacturer",
                    "Description",
                    "Customer Reference",
                    "Quantity",
                    "Backorder",
                    "Unit Price",
                    "Extended Price"),
            Names.of(
                            Column.SUPPLIER_NUMBER,
                            "digikey part #",
                            "digikey part number",
                            "digi-key part number",
                            "digi-key part #")
                    .and(Column.MAKER_NUMBER, "manufacturer part number", "mfr part number")
                    .and(Column.MAKER, "manufacturer")
                    .and(Column.DESCRIPTION, "description")
                    .and(Column.CUSTOMER_REFERENCE, "customer reference")
                    .and(Column.QUANTITY, "quantity")
                    .and(Column.BACKORDER, "backorder")
                    .and(Column.UNIT_PRICE, "unit price")
                    .and(Column.LINE_PRICE, "extended price")),
    LCSC(
            "LCSC",
            "LCSC order export (CSV)",
            List.of("LCSC Part Number", "Manufacture Part Number", "Description", "Order Qty."),
            List.of(
                    "LCSC Part Number",
                    "Manufacture Part Number",
                    "Manufacturer",
                    "Customer NO.",
                    "Package",
                    "Description",
                    "RoHS",
                    "Order Qty.",
                    "Min\\Mult Order Qty.",
                    "Unit Price($)",
                    "Order Price($)"),
            Names.of(Column.SUPPLIER_NUMBER, "lcsc part number")
                    .and(Column.MAKER_NUMBER, "manufacture part number", "manufacturer part number")
                    .and(Column.MAKER, "manufacturer")
                    .and(Column.CUSTOMER_REFERENCE, "customer no.")
                    .and(Column.PACKAGE, "package")
                    .and(Column.DESCRIPTION, "description")
                    .and(Column.ROHS, "rohs")
                    .and(Column.QUANTITY, "order qty.", "quantity")
                    .and(Column.LEAST_QUANTITY, "min\\mult order qty.")
                    .and(Column.UNIT_PRICE, "unit price")
                    .and(Column.LINE_PRICE, "order price", "extended price")),
    MOUSER(
            "Mouser",
            "Mouser order export (Excel or CSV)",
            List.of("Mouser Part #", "Manufacturer Part Number", "Description", "Quantity"),
            List.of("Mouser #:", "Mfr. #:", "Desc.:", "Order Qty.", "Price (USD)", "Ext. (USD)"),
            Names.of(Column.SUPPLIER_NUMBER, "mouser #", "mouser part #", "mouser part number")
                    .and(Column.MAKER_NUMBER, "mfr. #", "manufacturer part number", "mfr part number")
                    .and(Column.MAKER, "manufacturer", "mfr.")
                    .and(Column.DESCRIPTION, "desc.", "description")
                    .and(Column.CUSTOMER_REFERENCE, "customer #")
                    .and(Column.QUANTITY, "order qty.", "quantity")
                    .and(Column.UNIT_PRICE, "price", "unit price")
                    .and(Column.LINE_PRICE, "ext.", "extended price")
                    .and(Column.ORDER_NUMBER, "sales order #")
                    .and(Column.ORDER_DATE, "order date"));

    private final String supplier;
    private final String description;
    private final List<String> required;
    private final List<String> sample;
    private final Names names;

    Format(String supplier, String description, List<String> required, List<String> sample, Names names) {
        this.supplier = supplier;
        this.description = description;
        this.required = required;
        this.sample = sample;
        this.names = names;
    }

    /// Its name in the API: `lcsc`, `digikey`, `mouser`.
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name as it is stored with parts.
    public String supplier() {
        return supplier;
    }

    public String description() {
        return description;
    }

    /// Columns without which a file cannot be imported.
    public List<String> required() {
        return required;
    }

    public List<String> sample() {
        return sample;
    }

    /// What a column can mean, by the names that people map columns with.
    public static List<String> meanings() {
        var names = new ArrayList<String>();
        for (var column : Column.values()) names.add(column.name().toLowerCase(Locale.ROOT));
        return names;
    }

    public static Optional<Format> named(@Nullable String type) {
        if (type == null) return Optional.empty();
        for (var format : values()) {
            if (format.type().equalsIgnoreCase(type.strip())) return Optional.of(format);
        }
        return Optional.empty();
    }

    /// Which column means what, as far as this format knows the names; the first of two with one meaning counts.
    Map<Column, Integer> columns(List<String> headers) {
        var found = new LinkedHashMap<Column, Integer>();
        for (int index = 0; index < headers.size(); index++) {
            var meaning = names.byName().get(plain(headers.get(index)));
            if (meaning != null) found.putIfAbsent(meaning, index);
        }
        return found;
    }

    /// A header as names are compared: lower case, without what stands in parentheses and colons at the end.
    static String plain(String header) {
        var name = header.replace('（', '(').replace('）', ')').strip().toLowerCase(Locale.ROOT);
        int open = name.lastIndexOf('(');
        if (open > 0 && name.indexOf(')', open) > 0) name = name.substring(0, open);
        return name.replaceAll("[:：\\s]+$", "");
    }

    record Names(Map<String, Column> byName) {
        static Names of(Column column, String... names) {
            return new Names(Map.of()).and(column, names);
        }

        Names and(Column column, String... more) {
            var all = new LinkedHashMap<>(byName);
            for (var name : more) all.put(name, column);
            return new Names(all);
        }
    }
}
