package org.gemba.planning.forecast;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The daily retail series of Mancuso, Piccialli and Sudoso (2021, CC BY 4.0, doi 10.17632/njdkntcpc9.1), by name.
public final class RetailSeries {
    private final List<String> names;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();

    private RetailSeries(String file) {
        var lines = lines(file);
        names = List.of(lines.getFirst().split(","));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            days.add(LocalDate.parse(cells[0]));
            double[] row = new double[cells.length];
            for (int i = 1; i < cells.length; i++) {
                row[i] = Double.parseDouble(cells[i]);
            }
            rows.add(row);
        }
    }

    public static RetailSeries sales() {
        return new RetailSeries("daily_retail_15.csv");
    }

    public static RetailSeries promotions() {
        return new RetailSeries("daily_retail_15_promo.csv");
    }

    public static List<String> lines(String file) {
        try (var in = RetailSeries.class.getResourceAsStream("/planning/" + file)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of the fifteen series.
    public List<String> names() {
        return names.stream()
                .filter(name -> !name.equals("date") && !name.equals("closed"))
                .toList();
    }

    public boolean has(String name) {
        return names.contains(name);
    }

    /// `count` days that end on `last`.
    public double[] until(String name, LocalDate last, int count) {
        int column = names.indexOf(name);
        int end = days.indexOf(last) + 1;
        return IntStream.range(end - count, end)
                .mapToDouble(i -> rows.get(i)[column])
                .toArray();
    }
}
