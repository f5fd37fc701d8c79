package org.gemba.inventory.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gemba.inventory.Category;
import org.gemba.inventory.Location;
import org.gemba.inventory.Movement;
import org.gemba.inventory.Part;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void aPartComesBackAsItWasAndItsStockIsTheSumOfTheLedger() {
        try (var database = open()) {
            var shelf = new Location(UUID.randomUUID(), "Shelf", null, null, Location.STANDARD);
            var bolts = new Category(UUID.randomUUID(), "Bolts", null, null);
            new LocationTable(database, Clock.systemUTC()).insert(shelf);
            new CategoryTable(database, Clock.systemUTC()).insert(bolts);
            var parts = new PartTable(database);
            var stock = new StockTable(database);
            var part = part("M8 bolt", shelf, List.of(bolts));
            parts.insert(List.of(part));
            assertThat(parts.find(part.id())).contains(part);

            stock.book(booking(part.id(), shelf.id(), "12.5"));
            stock.book(booking(part.id(), Location.NOWHERE, "3"));
            stock.book(booking(part.id(), shelf.id(), "-2.5"));
            assertThat(parts.findByName("M8 bolt").orElseThrow().quantity()).isEqualTo(new BigDecimal("13"));
            assertThat(stock.of(part.id()))
                    .extracting(line ->
                            line.location() == null ? "-" : line.location().name())
                    .containsExactly("Shelf", "-");
            assertThat(stock.ledger(part.id(), 10, 0))
                    .extracting(Movement::total)
                    .containsExactly(new BigDecimal("13"), new BigDecimal("15.5"), new BigDecimal("12.5"));

            parts.delete(part.id());
            assertThat(parts.find(part.id())).isEmpty();
            assertThat(stock.ledger(part.id(), 10, 0)).isEmpty();
        }
    }

    private Database open() {
        return TestDatabase.open(folder);
    }

    private static StockTable.Booking booking(UUID part, UUID location, String delta) {
        return new StockTable.Booking(
                UUID.randomUUID(),
                NOW,
                part,
                location,
                new BigDecimal(delta),
                Movement.Kind.RECEIVE,
                "test",
                null,
                "tester",
                null,
                null);
    }

    private static Part part(String name, Location location, List<Category> categories) {
        return new Part(
                UUID.randomUUID(),
                name,
                "N-1",
                null,
                null,
                new BigDecimal("5"),
                "pcs",
                "Bossard",
                null,
                location,
                null,
                Map.of("grade", "8.8", "list", List.of(1, 2)),
                categories,
                NOW,
                NOW,
                1);
    }
}
