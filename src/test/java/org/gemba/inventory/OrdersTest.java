package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gemba.inventory.InventoryRoom.ADMIN;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {
    @TempDir
    private Path folder;

    private InventoryRoom room;
    private Part part;

    @BeforeEach
    void open() {
        room = new InventoryRoom(folder);
        part = room.part("STM32F405RGT6", 0, "LCSC");
    }

    @AfterEach
    void close() {
        room.close();
    }

    private SupplierOrder order(String number, String day, String price, int quantity, boolean received) {
        return room.inventory.orders().add(ADMIN, wanted(number, day, price, quantity, received, "USD"));
    }

    private NewOrder wanted(
            String number, String day, @Nullable String price, int quantity, boolean received, String currency) {
        return new NewOrder(
                number,
                "LCSC",
                LocalDate.parse(day),
                SupplierOrder.Status.ORDERED,
                null,
                new BigDecimal("1.10"),
                new BigDecimal("5"),
                currency,
                null,
                null,
                received,
                List.of(new NewOrder.Item(
                        part.id(),
                        "C15742",
                        "STM32F405RGT6",
                        "MCU",
                        "ST",
                        BigDecimal.valueOf(quantity),
                        price == null ? null : new BigDecimal(price),
                        null)));
    }

    private OrderSummary summary() {
        return room.inventory.orders().summary(ADMIN, part.id()).orElseThrow();
    }

    private BigDecimal stock() {
        return room.inventory.parts().find(ADMIN, part.id()).orElseThrow().quantity();
    }

    @Test
    void theSummaryTellsLowestHighestMeanAndLast() {
        var first = order("232705", "2024-12-22", "5.23", 1, true);
        assertThat(first.status()).isEqualTo(SupplierOrder.Status.DELIVERED);
        assertThat(first.subtotal()).isEqualByComparingTo("5.23");
        assertThat(first.total()).isEqualByComparingTo("11.33");
        order("232706", "2024-12-23", "4.00", 1, true);
        order("232600", "2024-12-01", "4.50", 1, true);
        var summary = summary();
        assertThat(summary.totalOrders()).isEqualTo(3);
        assertThat(summary.lastOrderNumber()).isEqualTo("232706");
        assertThat(summary.lastOrderedPrice()).isEqualByComparingTo("4.00");
        assertThat(summary.lowestPrice()).isEqualByComparingTo("4.00");
        assertThat(summary.highestPrice()).isEqualByComparingTo("5.23");
        assertThat(summary.averagePrice()).isEqualByComparingTo("4.576667");
        assertThat(stock()).isEqualByComparingTo("3");
    }

    @Test
    void pricesOfAnotherCurrencyAreNotMixedIn() {
        order("1", "2024-01-01", "5", 1, false);
        room.inventory.orders().add(ADMIN, wanted("2", "2024-02-01", "40", 1, false, "CNY"));
        assertThat(summary().lowestPrice()).isEqualByComparingTo("40");
        assertThat(summary().totalOrders()).isEqualTo(2);
    }

    @Test
    void anOrderComesInPartsAndIsDeliveredWithTheLast() {
        var order = order("7", "2024-03-01", "2", 10, false);
        var item = order.items().getFirst();
        var some = room.inventory.orders().receive(ADMIN, item.id(), new BigDecimal("4"), null);
        assertThat(some.status()).isEqualTo(OrderItem.Status.PARTIAL);
        assertThat(find(order).status()).isEqualTo(SupplierOrder.Status.ORDERED);
        room.inventory.orders().receive(ADMIN, item.id(), new BigDecimal("6"), null);
        assertThat(find(order).status()).isEqualTo(SupplierOrder.Status.DELIVERED);
        assertThat(stock()).isEqualByComparingTo("10");
        assertThat(room.inventory
                        .stock()
                        .ledger(ADMIN, part.id(), 10, 0)
                        .getFirst()
                        .note())
                .isEqualTo("LCSC 7");
    }

    private SupplierOrder find(SupplierOrder order) {
        return room.inventory.orders().find(ADMIN, order.id()).orElseThrow();
    }

    @Test
    void anOrderUndoneIsAsIfItHadNeverBeen() {
        order("1", "2024-01-01", "5", 3, true);
        var wrong = order("2", "2024-02-01", "9", 2, true);
        room.inventory.orders().undo(ADMIN, wrong.id());
        assertThat(stock()).isEqualByComparingTo("3");
        assertThat(summary().highestPrice()).isEqualByComparingTo("5");
        assertThat(summary().lastOrderNumber()).isEqualTo("1");
        assertThat(room.inventory.orders().list(ADMIN, 10, 0)).hasSize(1);
        assertThatThrownBy(() -> room.inventory.orders().undo(ADMIN, wrong.id()))
                .isInstanceOf(AppError.NotFound.class);
    }

    @Test
    void aCancelledOrderDoesNotCountAndTakesNothingIn() {
        var order = order("1", "2024-01-01", "5", 3, false);
        room.inventory.orders().update(ADMIN, order.id(), SupplierOrder.Status.CANCELLED, null, order.version());
        assertThat(room.inventory.orders().summary(ADMIN, part.id())).isEmpty();
        assertThatThrownBy(() -> room.inventory
                        .orders()
                        .receive(ADMIN, order.items().getFirst().id(), BigDecimal.ONE, null))
                .isInstanceOf(AppError.Conflict.class);
        assertThatThrownBy(() -> room.inventory
                        .orders()
                        .update(ADMIN, order.id(), SupplierOrder.Status.ORDERED, null, order.version()))
                .isInstanceOf(AppError.Conflict.class);
    }

    @Test
    void orderLinesOutliveTheirPart() {
        var order = order("1", "2024-01-01", "5", 3, true);
        room.inventory.parts().delete(ADMIN, part.id());
        assertThat(find(order).items().getFirst().partId()).isNull();
        assertThat(find(order).items().getFirst().manufacturerPartNumber()).isEqualTo("STM32F405RGT6");
    }

    @Test
    void nonsenseIsRefusedWithTheLineThatHasIt() {
        assertThatThrownBy(() -> room.inventory.orders().add(ADMIN, wanted("1", "2024-01-01", "-1", 1, false, "usd")))
                .isInstanceOfSatisfying(
                        AppError.InvalidInput.class,
                        e -> assertThat(e.fields())
                                .extracting(field -> field.field())
                                .containsExactly("currency", "items[0].unit_price"));
        assertThat(room.inventory.orders().list(ADMIN, 10, 0)).isEmpty();
    }
}
