package org.gemba.screens;

import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gemba.demo.Demo;
import org.gemba.fx.Fx;
import org.gemba.inventory.InventoryRoom;
import org.gemba.screens.ScreenShots.Subject;

/// Draws the inventory's screens that meet the world outside, filled by the demo's simulators.
public final class InventoryEdgeShots {
    private InventoryEdgeShots() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("edge-shots");
        try (var demo = Demo.start(Clock.systemUTC(), folder.resolve("paper"));
                var room = new InventoryRoom(folder.resolve("data"))) {
            room.settings.putAll(demo.settings());
            room.tasks.start();
            room.inventory
                    .edge()
                    .fillDemo(
                            demo.orderFiles(),
                            demo.llm().url().toString(),
                            demo.llm().key());
            var desk = Fx.desk(Clock.systemUTC(), (id, given) -> {}, "inventory");
            var specs = room.inventory.edge().screens(desk);
            ScreenShots.shoot(
                    desk,
                    List.of(
                            new Subject("import", specs.get(0), Map.of()),
                            new Subject("enrichment", specs.get(1), Map.of()),
                            new Subject("labels", specs.get(2), Map.of("part", "STM32F103C8T6")),
                            new Subject("ai", specs.get(3), Map.of())));
        }
        System.exit(0);
    }
}
