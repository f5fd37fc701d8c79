package org.gemba.bench;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.gemba.inventory.Category;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.Location;
import org.gemba.inventory.Part;
import org.gemba.inventory.data.CategoryTable;
import org.gemba.inventory.data.LocationTable;
import org.gemba.inventory.data.PartTable;
import org.gemba.platform.tasks.TaskChanged;
import org.gemba.platform.tasks.TaskDetails;
import org.gemba.platform.tasks.TaskRecord;
import org.gemba.web.TestServer;
import org.gemba.web.WebSettings;

/// 100,000 parts over HTTP: searches, suggestions, the export, and a progress event to 200 sockets. Prints what the
/// performance page shows.
public final class InventoryBench {
    private static final int PARTS = 100_000;
    private static final int WARM = 300;
    private static final int CALLS = 600;
    private static final int ADDRESSES = 10;
    private static final int SOCKETS_OF_ONE = 20;
    private static final int EVENTS = 50;
    private static final List<String> WORDS = List.of(
            "Cap screw",
            "Bearing",
            "O-ring",
            "Chip resistor",
            "Heater band",
            "Ejector pin",
            "Neoprene",
            "轴承",
            "扣具",
            "Connector",
            "Capacitor",
            "Valve");

    private InventoryBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("inventory-bench");
        try (var room = new InventoryRoom(folder)) {
            long demo = millis(() -> room.inventory.loadDemo(0));
            room.inventory.parts().clear(InventoryRoom.ADMIN);
            long filled = millis(() -> fill(room));
            print("demo chapter loaded, ms", demo);
            print("100,000 parts stored, ms", filled);
            var settings = new WebSettings("127.0.0.1", 0, Set.of(), Set.of(), Set.of(), false, TestServer.ZONE, false);
            try (var server = TestServer.with(
                    settings,
                    room.inventory.routes(),
                    room.inventory.sockets(),
                    TestServer::caller,
                    Clock.systemUTC())) {
                print("index built by the first search, ms", millis(() -> search(server, 0)));
                timed("search by term", i -> search(server, i));
                timed("search by term, category, quantity, sorted", i -> filtered(server, i));
                timed("search that finds everything, sorted", i -> everything(server));
                timed("search_text", i -> text(server, i));
                timed("suggestions", i -> suggestions(server, i));
                export(server);
                sockets(room, server);
            }
        }
    }

    private static void fill(InventoryRoom room) {
        var categories = new ArrayList<Category>();
        for (int i = 0; i < 40; i++) {
            var category = new Category(UUID.randomUUID(), "Kind " + i, null, null);
            new CategoryTable(room.database, Clock.systemUTC()).insert(category);
            categories.add(category);
        }
        var locations = new ArrayList<Location>();
        for (int i = 0; i < 500; i++) {
            var location = new Location(UUID.randomUUID(), "Place " + i, null, null, "bin");
            new LocationTable(room.database, Clock.systemUTC()).insert(location);
            locations.add(location);
        }
        var table = new PartTable(room.database);
        for (int from = 0; from < PARTS; from += 1000) {
            var parts = new ArrayList<Part>();
            for (int i = from; i < from + 1000; i++) {
                parts.add(part(i, categories.get(i % 40), locations.get(i % 500)));
            }
            table.insert(parts);
        }
        room.database.write(handle -> {
            handle.execute("insert into inv_stock (part_id, location_id, quantity)"
                    + " select id, location_id, mod(seq, 1000) from inv_part");
            return handle.execute("update inv_part set quantity = mod(seq, 1000), change_no = nextval('inv_change')");
        });
    }

    private static Part part(int i, Category category, Location location) {
        var word = WORDS.get(i % WORDS.size());
        var now = Instant.parse("2026-01-01T00:00:00Z");
        return new Part(
                UUID.randomUUID(),
                word + " " + i + " M" + i % 20,
                "N-" + Integer.toString(i, 36).toUpperCase(java.util.Locale.ROOT),
                "Part " + word + " of series " + i % 700 + ", packed by " + (1 + i % 9) + "00, grade " + i % 13,
                null,
                BigDecimal.valueOf(i % 300),
                "pcs",
                "Supplier " + i % 60,
                null,
                location,
                null,
                Map.of("package", "P" + i % 50, "manufacturer", "Maker " + i % 80),
                List.of(category),
                now,
                now,
                1);
    }

    private static void post(TestServer server, String body) {
        ok(server.post("/parts/search", "admin", body).status());
    }

    private static void ok(int status) {
        if (status != 200) throw new IllegalStateException("answered " + status);
    }

    private static void search(TestServer server, int i) {
        post(server, "{\"search_term\":\"" + WORDS.get(i % WORDS.size()) + " " + (i * 37) % 9000 + "\"}");
    }

    private static void filtered(TestServer server, int i) {
        post(
                server,
                "{\"search_term\":\"series " + i % 70 + "\",\"category_names\":[\"Kind " + i % 40
                        + "\"],\"min_quantity\":100,\"sort_by\":\"quantity\",\"sort_order\":\"desc\",\"page_size\":20}");
    }

    private static void everything(TestServer server) {
        post(server, "{\"sort_by\":\"part_name\",\"page_size\":20}");
    }

    private static void text(TestServer server, int i) {
        ok(server.get("/parts/search_text?query=bearing%20" + i % 100, "admin").status());
    }

    private static void suggestions(TestServer server, int i) {
        ok(server.get(
                        "/parts/suggestions?query="
                                + List.of("screw", "ring%202", "valve", "heater")
                                        .get(i % 4),
                        "admin")
                .status());
    }

    private static void timed(String what, IntConsumer call) {
        for (int i = 0; i < WARM; i++) call.accept(i);
        var nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            call.accept(i);
            nanos[i] = System.nanoTime() - begun;
        }
        print(what, nanos);
    }

    private static void export(TestServer server) {
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            var got = server.get("/utility/backup/export", "admin");
            ok(got.status());
            print(
                    "full export, ms for " + got.response().body().length / 1_000_000 + " MB",
                    (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private static void sockets(InventoryRoom room, TestServer server) throws Exception {
        var clients = new ArrayList<HttpClient>();
        var ears = new ArrayList<Ear>();
        for (int a = 0; a < ADDRESSES; a++) {
            var client = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.0.0." + (2 + a)))
                    .build();
            clients.add(client);
            for (int s = 0; s < SOCKETS_OF_ONE; s++) {
                var ear = new Ear();
                ears.add(ear);
                client.newWebSocketBuilder()
                        .buildAsync(URI.create("ws://127.0.0.1:" + server.port() + "/ws/tasks?token=admin"), ear)
                        .join();
            }
        }
        var latencies = new ArrayList<Long>();
        for (int event = 0; event < EVENTS; event++) {
            var heard = new CountDownLatch(ears.size());
            ears.forEach(ear -> ear.listen(heard));
            long sent = System.nanoTime();
            room.events.publish(new TaskChanged(progress(event)));
            if (!heard.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("not all sockets heard");
            ears.forEach(ear -> latencies.add(ear.at - sent));
        }
        print(
                "progress event at " + ears.size() + " sockets",
                latencies.subList(latencies.size() / 5, latencies.size()).stream()
                        .mapToLong(Long::longValue)
                        .toArray());
        clients.forEach(HttpClient::shutdownNow);
    }

    private static TaskRecord progress(int percent) {
        return new TaskRecord(
                UUID.randomUUID(),
                "inventory.bulk_enrichment",
                TaskRecord.State.RUNNING,
                percent,
                "enrich",
                percent + " / 100",
                "admin",
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                1,
                1,
                null,
                null,
                "{\"data\":{},\"who\":\"admin\"}",
                TaskDetails.plain());
    }

    /// Notes when a task_update came.
    private static final class Ear implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private volatile CountDownLatch heard = new CountDownLatch(0);
        private volatile long at;
        private volatile boolean isListening;

        void listen(CountDownLatch latch) {
            heard = latch;
            isListening = true;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                if (isListening && text.indexOf("task_update") >= 0) {
                    at = System.nanoTime();
                    isListening = false;
                    heard.countDown();
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private static long millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void print(String what, long number) {
        System.out.println(what + ": " + number);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n", what, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }
}
