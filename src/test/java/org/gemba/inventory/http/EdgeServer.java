package org.gemba.inventory.http;

import java.nio.file.Path;
import org.gemba.inventory.InventoryEdgeFeature;
import org.gemba.inventory.InventoryFeature;
import org.gemba.inventory.InventoryRoom;
import org.gemba.web.TestServer;

/// The inventory's outer routes over real HTTP, with the engine running.
final class EdgeServer implements AutoCloseable {
    final InventoryRoom room;
    final TestServer server;

    EdgeServer(Path folder) {
        room = new InventoryRoom(folder);
        room.tasks.start();
        server = TestServer.of(room.inventory.routes());
    }

    InventoryFeature inventory() {
        return room.inventory;
    }

    InventoryEdgeFeature edge() {
        return room.inventory.edge();
    }

    @Override
    public void close() {
        server.close();
        room.close();
    }
}
