package org.gemba.fx.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gemba.platform.tabular.TableLimits;
import org.gemba.platform.tabular.TableReader;

/// A file's table: its titles, its rows, and the way its columns are put into fields.
record SourceTable(String fileName, List<String> titles, List<TableReader.Row> rows) {
    static SourceTable read(Path file) {
        var all = new ArrayList<TableReader.Row>();
        try {
            TableReader.read(Files.readAllBytes(file), TableLimits.UPLOAD, all::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var titles = all.isEmpty() ? List.<String>of() : all.getFirst().cells();
        return new SourceTable(
                String.valueOf(file.getFileName()), titles, all.isEmpty() ? all : all.subList(1, all.size()));
    }

    /// The same for every file with these titles in this order.
    String signature() {
        return String.join("\t", titles.stream().map(SourceTable::folded).toList());
    }

    /// The column of each field that can be told from the titles: by the field's name, its title in the language of the
    /// moment, or an alias. No column serves twice.
    Map<String, Integer> guess(List<ImportSpec.Field> fields, java.util.function.UnaryOperator<String> words) {
        var mapping = new HashMap<String, Integer>();
        for (var field : fields) {
            var names = new ArrayList<>(field.aliases());
            names.add(field.name());
            names.add(words.apply(field.titleKey()));
            var known = names.stream().map(SourceTable::folded).toList();
            for (int column = 0; column < titles.size(); column++) {
                if (mapping.containsValue(column) || !known.contains(folded(titles.get(column)))) continue;
                mapping.put(field.name(), column);
                break;
            }
        }
        return mapping;
    }

    List<ImportSpec.Row> rows(Map<String, Integer> mapping) {
        return rows.stream()
                .map(row -> {
                    var values = new HashMap<String, String>();
                    mapping.forEach((field, column) -> values.put(field, cell(row, column)));
                    return new ImportSpec.Row(row.number(), values);
                })
                .toList();
    }

    /// The first values of a column, to recognise it by.
    String sample(int column) {
        return String.join(
                ", ",
                rows.stream()
                        .map(row -> cell(row, column))
                        .filter(text -> !text.isBlank())
                        .limit(3)
                        .toList());
    }

    private static String cell(TableReader.Row row, int column) {
        return column < row.cells().size() ? row.cells().get(column).strip() : "";
    }

    private static String folded(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-./:()（）：*]+", "");
    }
}
