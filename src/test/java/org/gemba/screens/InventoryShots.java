package org.gemba.screens;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gemba.fx.Fx;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.ui.InventoryScreens;
import org.gemba.screens.ScreenShots.Subject;

/// Draws the inventory's screens with the store room of the demo factory.
public final class InventoryShots {
    private InventoryShots() {}

    public static void main(String[] arguments) throws Exception {
        try (var room = new InventoryRoom(Files.createTempDirectory("inventory-screens"))) {
            room.inventory.loadDemo(0);
            var desk = Fx.desk(Clock.systemUTC(), (id, given) -> {}, "inventory");
            var part = room.inventory
                    .search()
                    .text(InventoryRoom.ADMIN, "Cap screw M4x8", 1, 1)
                    .parts()
                    .getFirst();
            var specs = new InventoryScreens(room.inventory).screens(desk);
            ScreenShots.shoot(
                    desk,
                    List.of(
                            new Subject("parts", specs.get(0), Map.of()),
                            new Subject("locations", specs.get(1), Map.of()),
                            new Subject("scan", specs.get(2), Map.of()),
                            new Subject("orders", specs.get(3), Map.of()),
                            new Subject(
                                    "part",
                                    specs.get(4),
                                    Map.of("part", part.id().toString()))));
        }
        System.exit(0);
    }
}
