package org.gemba.inventory.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// Where each meaning stands in one file.
record ColumnMap(Map<Column, Integer> places) {
    static ColumnMap of(Format format, List<String> headers, Map<String, String> chosen) {
        var places = new EnumMap<Column, Integer>(Column.class);
        places.putAll(format.columns(headers));
        if (format == Format.DIGIKEY) cart(headers, places);
        chosen.forEach((header, meaning) -> {
            int index = headers.indexOf(header);
            if (index < 0) throw unknown(header);
            places.values().remove(index);
            if (!meaning.isBlank()) places.put(column(meaning), index);
        });
        return new ColumnMap(places);
    }

    /// DigiKey's list and cart export calls its own number just a part number.
    private static void cart(List<String> headers, Map<Column, Integer> places) {
        if (places.containsKey(Column.SUPPLIER_NUMBER)) return;
        var names = headers.stream().map(Format::plain).toList();
        int index = names.indexOf("part number");
        if (index >= 0) places.put(Column.SUPPLIER_NUMBER, index);
    }

    private static Column column(String meaning) {
        try {
            return Column.valueOf(meaning.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            var allowed = new ArrayList<String>();
            for (var column : Column.values()) allowed.add(column.name().toLowerCase(Locale.ROOT));
            throw new AppError.InvalidInput(FieldError.body("columns", meaning, new Rule.OneOf(allowed)));
        }
    }

    private static AppError.InvalidInput unknown(String header) {
        return new AppError.InvalidInput(FieldError.body("columns", header, new Rule.Broken("names no column")));
    }

    String cell(Column column, List<String> cells) {
        var place = places.get(column);
        if (place == null || place >= cells.size()) return "";
        var text = cells.get(place).strip();
        return text.equals("-") || text.equals("-\\-") ? "" : text;
    }

    boolean has(Column column) {
        return places.containsKey(column);
    }

    /// One sentence that names every required column that is missing.
    List<String> problems(Format format) {
        var needed = List.of(Column.SUPPLIER_NUMBER, Column.MAKER_NUMBER, Column.DESCRIPTION, Column.QUANTITY);
        var missing = new ArrayList<String>();
        for (int index = 0; index < needed.size(); index++) {
            if (!has(needed.get(index))) missing.add(format.required().get(index));
        }
        return missing.isEmpty() ? List.of() : List.of("Missing required columns: " + String.join(", ", missing));
    }

    /// Header to meaning, in the order of the file.
    Map<String, String> named(List<String> headers) {
        var byHeader = new LinkedHashMap<String, String>();
        for (int index = 0; index < headers.size(); index++) {
            for (var entry : places.entrySet()) {
                if (entry.getValue() == index) {
                    byHeader.put(headers.get(index), entry.getKey().name().toLowerCase(Locale.ROOT));
                }
            }
        }
        return byHeader;
    }
}
