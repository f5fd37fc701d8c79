package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemba.inventory.InventoryRoom.ADMIN;
import static org.gemba.inventory.InventoryRoom.VIEWER;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gemba.platform.Threads;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTest {
    @TempDir
    private static Path folder;

    private static InventoryRoom room;
    private static Location store;
    private static Location line;

    @BeforeAll
    static void open() {
        room = new InventoryRoom(folder);
        store = room.location("Store", null);
        line = room.location("Line 1", null);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<Movement> book(StockBooking booking) {
        return room.inventory.stock().book(ADMIN, booking);
    }

    private static BigDecimal total(Part part) {
        return room.inventory.parts().find(ADMIN, part.id()).orElseThrow().quantity();
    }

    @Test
    void oneTotalOverSeveralLocations() {
        var part = room.part("Screw M4", n("100"), null, store.id());
        book(new StockBooking.Receive(part.id(), line.id(), n("20"), "delivery", null, null));
        book(new StockBooking.Receive(part.id(), null, n("5"), "found", null, null));
        book(new StockBooking.Move(part.id(), store.id(), line.id(), n("30"), "refill", null));
        book(new StockBooking.Issue(part.id(), line.id(), n("10"), "work order", null));
        book(new StockBooking.Scrap(part.id(), line.id(), n("1.5"), "breakage", "fell down"));
        assertThat(total(part)).isEqualTo(n("113.5"));
        assertThat(room.inventory.stock().of(ADMIN, part.id()))
                .extracting(
                        each -> each.location() == null ? "-" : each.location().name(), StockLine::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Store", n("70")),
                        org.assertj.core.groups.Tuple.tuple("Line 1", n("38.5")),
                        org.assertj.core.groups.Tuple.tuple("-", n("5")));
    }

    @Test
    void aCountBooksTheDifferenceAndAlsoTellsWhenItWasRight() {
        var part = room.part("Washer 4", n("50"), null, store.id());
        assertThat(book(new StockBooking.Count(part.id(), store.id(), n("47"), "count", null)))
                .extracting(Movement::delta)
                .containsExactly(n("-3"));
        assertThat(book(new StockBooking.Count(part.id(), store.id(), n("47"), "count", null)))
                .extracting(Movement::delta)
                .containsExactly(n("0"));
        assertThat(total(part)).isEqualTo(n("47"));
        assertThat(room.inventory.stock().ledger(ADMIN, part.id(), 10, 0)).hasSize(3);
    }

    @Test
    void noMoreLeavesThanIsThere() {
        var part = room.part("Nut 4", n("5"), null, store.id());
        assertThatThrownBy(() -> book(new StockBooking.Issue(part.id(), store.id(), n("5.000001"), "x", null)))
                .isInstanceOf(AppError.Unprocessable.class)
                .hasMessageContaining("Only 5 are at Store");
        assertThatThrownBy(() -> book(new StockBooking.Move(part.id(), line.id(), store.id(), n("1"), "x", null)))
                .isInstanceOf(AppError.Unprocessable.class);
        book(new StockBooking.Issue(part.id(), store.id(), n("5"), "x", null));
        assertThat(total(part)).isEqualByComparingTo("0");
    }

    @Test
    void whatMakesNoSenseIsRefusedByField() {
        var part = room.part("Nut 5", n("5"), null, store.id());
        for (var booking : List.of(
                new StockBooking.Issue(part.id(), store.id(), n("0"), "x", null),
                new StockBooking.Receive(part.id(), store.id(), n("-1"), "x", null, null),
                new StockBooking.Receive(part.id(), store.id(), n("1.0000001"), "x", null, null),
                new StockBooking.Receive(part.id(), store.id(), n("1e12"), "x", null, null),
                new StockBooking.Receive(part.id(), store.id(), n("1"), " ", null, null),
                new StockBooking.Receive(part.id(), store.id(), n("1"), "x", "n".repeat(501), null),
                new StockBooking.Count(part.id(), store.id(), n("-1"), "x", null),
                new StockBooking.Move(part.id(), store.id(), store.id(), n("1"), "x", null))) {
            assertThatThrownBy(() -> book(booking)).as("%s", booking).isInstanceOf(AppError.InvalidInput.class);
        }
        assertThatThrownBy(() -> book(new StockBooking.Adjust(UUID.randomUUID(), null, n("1"), "x", null)))
                .isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> book(new StockBooking.Adjust(part.id(), UUID.randomUUID(), n("1"), "x", null)))
                .isInstanceOf(AppError.NotFound.class);
        assertThatThrownBy(() -> room.inventory
                        .stock()
                        .book(VIEWER, new StockBooking.Adjust(part.id(), null, n("1"), "x", null)))
                .isInstanceOf(AppError.Forbidden.class);
        assertThat(total(part)).isEqualTo(n("5"));
    }

    @Test
    void aMoveIsTakenBackAsAWholeAndOnlyOnce() {
        var part = room.part("Pin 3", n("10"), null, store.id());
        var moved = book(new StockBooking.Move(part.id(), store.id(), line.id(), n("4"), "refill", null));
        var back = room.inventory.stock().reverse(ADMIN, moved.getFirst().groupId(), "wrong line");
        assertThat(back)
                .extracting(Movement::locationId, Movement::delta)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(line.id(), n("-4")),
                        org.assertj.core.groups.Tuple.tuple(store.id(), n("4")));
        assertThat(room.inventory.stock().of(ADMIN, part.id()))
                .extracting(StockLine::quantity)
                .containsExactly(n("10"));
        assertThatThrownBy(() ->
                        room.inventory.stock().reverse(ADMIN, moved.getFirst().groupId(), null))
                .isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() ->
                        room.inventory.stock().reverse(ADMIN, back.getFirst().groupId(), null))
                .isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> room.inventory.stock().reverse(ADMIN, UUID.randomUUID(), null))
                .isInstanceOf(AppError.NotFound.class);
    }

    @Test
    void movesInParallelKeepTheSumOfTheLedger() {
        var part = room.part("Ball 6", n("1000"), null, store.id());
        try (var pool = Threads.pool("movers", 16)) {
            var all = IntStream.range(0, 320)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> parallel(part, i), pool))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
        var ledger = room.inventory.stock().ledger(ADMIN, part.id(), 1000, 0);
        var sum = ledger.stream().map(Movement::delta).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total(part)).isEqualByComparingTo(sum);
        assertThat(sum).isEqualByComparingTo(n("1000").add(n("80")).subtract(n("80")));
        assertThat(room.inventory.stock().of(ADMIN, part.id()).stream()
                        .map(StockLine::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum);
        for (int i = 0; i + 1 < ledger.size(); i++) {
            assertThat(ledger.get(i).total())
                    .isEqualByComparingTo(
                            ledger.get(i + 1).total().add(ledger.get(i).delta()));
        }
    }

    private static void parallel(Part part, int i) {
        book(
                switch (i % 4) {
                    case 0 -> new StockBooking.Receive(part.id(), store.id(), n("1"), "in", null, null);
                    case 1 -> new StockBooking.Issue(part.id(), store.id(), n("1"), "out", null);
                    default -> new StockBooking.Move(part.id(), store.id(), line.id(), n("1"), "move", null);
                });
    }

    @Test
    void theLedgerFollowsAPartThatIsChangedItself() {
        var part = room.part("Spring 2", n("8"), null, store.id());
        var change = change().locationId(line.id()).quantity(n("10")).done();
        var after = room.inventory.parts().update(ADMIN, part.id(), change);
        assertThat(after.quantity()).isEqualTo(n("10"));
        assertThat(room.inventory.stock().of(ADMIN, part.id()))
                .extracting(each -> each.location().name())
                .containsExactly("Line 1");
        var cleared = room.inventory
                .parts()
                .update(ADMIN, part.id(), change().quantity(null).done());
        assertThat(cleared.quantity()).isNull();
        assertThat(room.inventory.stock().of(ADMIN, part.id())).isEmpty();
        var ledger = room.inventory.stock().ledger(ADMIN, part.id(), 20, 0);
        assertThat(ledger.stream().map(Movement::delta).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    @Test
    void whoListensReadsWhatIsStoredAndLearnsOfLowStock() {
        var part = room.part("Felt 9", n("8"), null, store.id());
        room.inventory
                .parts()
                .update(ADMIN, part.id(), change().minQuantity(n("5")).done());
        var heard = new ArrayList<StockChanged>();
        var seen = new ArrayList<BigDecimal>();
        try (var subscription = room.events.on(StockChanged.class, event -> {
            heard.add(event);
            seen.add(CompletableFuture.supplyAsync(() -> total(part)).join());
        })) {
            book(new StockBooking.Issue(part.id(), store.id(), n("3"), "use", null));
            book(new StockBooking.Issue(part.id(), store.id(), n("1"), "use", null));
        }
        assertThat(heard).extracting(StockChanged::isLow).containsExactly(false, true);
        assertThat(seen).containsExactly(n("5"), n("4"));
        assertThat(room.inventory.search().low(ADMIN)).extracting(Part::name).contains("Felt 9");
    }

    private static Changes change() {
        return new Changes(PartChange.none());
    }

    private record Changes(PartChange done) {
        Changes quantity(BigDecimal to) {
            return new Changes(with(Patch.to(to), done.minQuantity(), done.locationId()));
        }

        Changes minQuantity(BigDecimal to) {
            return new Changes(with(done.quantity(), Patch.to(to), done.locationId()));
        }

        Changes locationId(UUID to) {
            return new Changes(with(done.quantity(), done.minQuantity(), Patch.to(to)));
        }

        private PartChange with(Patch<BigDecimal> quantity, Patch<BigDecimal> least, Patch<UUID> location) {
            return new PartChange(
                    done.name(),
                    done.number(),
                    done.description(),
                    quantity,
                    least,
                    done.unit(),
                    done.supplier(),
                    done.supplierUrl(),
                    location,
                    done.imageUrl(),
                    done.properties(),
                    done.categoryNames(),
                    done.version());
        }
    }
}
