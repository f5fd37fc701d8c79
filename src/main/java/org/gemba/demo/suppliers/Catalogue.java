package org.gemba.demo.suppliers;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts that the simulated suppliers sell.
public record Catalogue(List<CataloguePart> parts) {
    private static final String FILE = "/sample-data/suppliers/parts.csv";

    public Catalogue {
        parts = List.copyOf(parts);
    }

    public static Catalogue ofSampleData() {
        var parts = new ArrayList<CataloguePart>();
        try (var in = Catalogue.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("the program comes without " + FILE);
            try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                reader.forEach(row -> parts.add(CataloguePart.of(row.getFieldsAsMap())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Catalogue(parts);
    }

    Optional<CataloguePart> find(String number) {
        return parts.stream().filter(part -> part.is(number)).findFirst();
    }
}
