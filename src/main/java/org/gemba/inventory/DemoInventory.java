package org.gemba.inventory;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.access.Role;
import org.gemba.access.RolePermissions;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Fills an empty inventory with the store room of the demo factory and a year of its life, through the same services
/// as everybody else, only at other times.
final class DemoInventory {
    private static final String FOLDER = "/sample-data/inventory/";
    private static final int AT_ONCE = 200;
    private static final TypeReference<Map<String, Object>> PROPERTIES = new TypeReference<>() {};

    private final InventoryCore core;
    private final StoryTime time;
    private final long shift;
    private final CategoryService categories;
    private final LocationService locations;
    private final PartService parts;
    private final StockService stock;
    private final OrderService orders;
    private final Map<String, Location> places = new HashMap<>();
    private final Map<String, Part> known = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param shift by how many days everything is moved
    DemoInventory(InventoryCore real, ZoneId zone, long shift) {
        this.time = new StoryTime(zone);
        this.shift = shift;
        this.core = real.at(time);
        this.categories = new CategoryService(core);
        this.locations = new LocationService(core);
        this.parts = new PartService(core, categories);
        this.stock = new StockService(core);
        this.orders = new OrderService(core, stock);
    }

    void load() {
        if (core.parts().count() > 0) return;
        var movements = rows("movements.csv");
        var first = day(movements.getFirst(), "day");
        time.set(first.minusDays(1), LocalTime.of(8, 0));
        core.database().together(() -> {
            rows("categories.csv").forEach(this::category);
            rows("locations.csv").forEach(this::location);
            return known;
        });
        inSlices(rows("parts.csv"), this::part);
        inSlices(happenings(movements), Runnable::run);
    }

    private interface Each<T> {
        void take(T one);
    }

    private <T> void inSlices(List<T> all, Each<T> each) {
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            var some = all.subList(i, Math.min(i + AT_ONCE, all.size()));
            core.database().together(() -> {
                some.forEach(each::take);
                return some.size();
            });
        }
    }

    private void category(NamedCsvRecord row) {
        var parent = text(row, "parent");
        var above = parent == null
                ? null
                : core.categories().findByName(parent).map(Category::id).orElse(null);
        categories.add(Caller.system(), row.getField("name"), null, above);
    }

    private void location(NamedCsvRecord row) {
        var path = row.getField("path");
        int cut = path.lastIndexOf(" / ");
        var parent = cut < 0 ? null : places.get(path.substring(0, cut));
        places.put(
                path,
                locations.add(
                        Caller.system(),
                        cut < 0 ? path : path.substring(cut + 3),
                        text(row, "description"),
                        parent == null ? null : parent.id(),
                        row.getField("type")));
    }

    private void part(NamedCsvRecord row) {
        var place = places.get(row.getField("location"));
        var least = text(row, "least");
        var added = parts.add(
                Caller.system(),
                new NewPart(
                        row.getField("name"),
                        text(row, "number"),
                        text(row, "description"),
                        new BigDecimal(row.getField("start")),
                        least == null ? null : new BigDecimal(least),
                        text(row, "unit"),
                        text(row, "supplier"),
                        null,
                        place == null ? null : place.id(),
                        null,
                        json.readValue(row.getField("properties"), PROPERTIES),
                        List.of(row.getField("category"))));
        known.put(added.name(), added);
    }

    /// Movements and orders in the order in which they happened; orders come in the evening.
    private List<Runnable> happenings(List<NamedCsvRecord> movements) {
        var ordered = new java.util.LinkedHashMap<String, List<NamedCsvRecord>>();
        for (var row : rows("orders.csv")) {
            ordered.computeIfAbsent(row.getField("order"), number -> new ArrayList<>())
                    .add(row);
        }
        var happenings = new ArrayList<Runnable>();
        var waiting = new java.util.ArrayDeque<>(ordered.values());
        for (var row : movements) {
            while (!waiting.isEmpty()
                    && day(waiting.element().getFirst(), "day").isBefore(day(row, "day"))) {
                var lines = waiting.remove();
                happenings.add(() -> order(lines));
            }
            happenings.add(() -> movement(row));
        }
        waiting.forEach(lines -> happenings.add(() -> order(lines)));
        return happenings;
    }

    private void movement(NamedCsvRecord row) {
        time.set(day(row, "day"), LocalTime.parse(row.getField("time")));
        var part = known.get(row.getField("part"));
        if (part == null) return;
        var id = part.id();
        var at = part.locationId();
        var quantity = new BigDecimal(row.getField("quantity"));
        var reason = row.getField("reason");
        var note = text(row, "note");
        var to = places.get(row.getField("to"));
        stock.book(
                person(row.getField("who")),
                switch (Movement.Kind.valueOf(row.getField("kind"))) {
                    case ISSUE -> new StockBooking.Issue(id, at, quantity, reason, note);
                    case SCRAP -> new StockBooking.Scrap(id, at, quantity, reason, note);
                    case COUNT -> new StockBooking.Count(id, at, quantity, reason, note);
                    case MOVE -> new StockBooking.Move(id, at, id(to), quantity, reason, note);
                    case RECEIVE, ADJUST, REVERSAL -> new StockBooking.Receive(id, at, quantity, reason, note, null);
                });
    }

    private static @Nullable UUID id(@Nullable Location location) {
        return location == null ? null : location.id();
    }

    private void order(List<NamedCsvRecord> lines) {
        var head = lines.getFirst();
        time.set(day(head, "day"), LocalTime.of(19, 0));
        var items = new ArrayList<NewOrder.Item>();
        for (var line : lines) {
            var part = known.get(line.getField("part"));
            if (part == null) continue;
            items.add(new NewOrder.Item(
                    part.id(),
                    part.number(),
                    part.number(),
                    part.description(),
                    null,
                    new BigDecimal(line.getField("quantity")),
                    new BigDecimal(line.getField("price")),
                    null));
        }
        var status = SupplierOrder.Status.valueOf(head.getField("status"));
        orders.add(
                person("lin.purchase"),
                new NewOrder(
                        head.getField("order"),
                        head.getField("supplier"),
                        day(head, "day"),
                        status,
                        null,
                        BigDecimal.ZERO,
                        new BigDecimal(head.getField("shipping")),
                        head.getField("currency"),
                        null,
                        null,
                        status == SupplierOrder.Status.DELIVERED,
                        items));
    }

    private static Caller person(String name) {
        return new Caller(
                "system",
                name,
                Role.ADMIN,
                RolePermissions.of(Role.ADMIN),
                Set.of(ApiFamily.values()),
                List.of(),
                null);
    }

    private LocalDate day(NamedCsvRecord row, String field) {
        return LocalDate.parse(row.getField(field)).plusDays(shift);
    }

    private static @Nullable String text(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static List<NamedCsvRecord> rows(String file) {
        var in = DemoInventory.class.getResourceAsStream(FOLDER + file);
        if (in == null) throw new IllegalStateException("the program comes without " + FOLDER + file);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows the time of the story.
    private static final class StoryTime extends Clock {
        private final ZoneId zone;
        private Instant now = Instant.EPOCH;

        StoryTime(ZoneId zone) {
            this.zone = zone;
        }

        synchronized void set(LocalDate day, LocalTime at) {
            now = day.atTime(at).atZone(zone).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return Clock.fixed(instant(), other);
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }
    }
}
