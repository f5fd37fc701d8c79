package org.gemba.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemba.inventory.InventoryRoom.ADMIN;

import java.nio.file.Path;
import org.gemba.inventory.data.Upkeep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoInventoryTest {
    @TempDir
    private Path folder;

    @Test
    void theStoreRoomIsFullBelievableAndConsistent() {
        try (var room = new InventoryRoom(folder)) {
            long begun = System.nanoTime();
            room.inventory.loadDemo(0);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            var counts = room.inventory.archive().counts();
            assertThat(counts.parts()).isBetween(550L, 700L);
            assertThat(counts.locations()).isBetween(60L, 200L);
            assertThat(new Upkeep(room.database).contradictions(10)).isEmpty();
            assertThat(new Upkeep(room.database).negativeStock()).isZero();
            assertThat(room.inventory.search().low(ADMIN)).hasSizeBetween(8, 150);
            var orders = room.inventory.orders().list(ADMIN, 1000, 0);
            assertThat(orders).hasSizeBetween(30, 200);
            assertThat(orders)
                    .extracting(SupplierOrder::status)
                    .contains(
                            SupplierOrder.Status.ORDERED, SupplierOrder.Status.SHIPPED, SupplierOrder.Status.DELIVERED);
            assertThat(room.inventory.search().suggestions(ADMIN, "cap screw", 5))
                    .hasSize(5);
            assertThat(millis)
                    .as("milliseconds, on a machine that does other things too")
                    .isLessThan(15_000);
        }
    }
}
