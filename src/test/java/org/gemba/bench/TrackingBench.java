package org.gemba.bench;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.gemba.access.ApiFamily;
import org.gemba.access.Caller;
import org.gemba.platform.audit.Audit;
import org.gemba.tracking.OrderQuery;
import org.gemba.tracking.OrderStatus;
import org.gemba.tracking.Shopfloor;
import org.gemba.tracking.TrackedMaterial;
import org.gemba.tracking.TrackedOrder;
import org.gemba.tracking.TrackingStand;
import org.gemba.tracking.data.Messages;
import org.gemba.tracking.data.Orders;
import org.gemba.tracking.data.Templates;

/// How fast customers are answered from the store while the ERP is away: 100,000 orders of 500 customers, and once more
/// as many of a single one; searches, states and materials in process, and 500 customers who poll over HTTP. Run
/// `main`; prints rows of a table.
final class TrackingBench {
    private static final int CUSTOMERS = 500;
    private static final int ORDERS = 100_000;
    private static final int BATCH = 500;
    private static final List<String> WORDS = List.of("", "07.1", "mask", "XSDD0000", "42 fins", "nothing like it");
    private static final Duration POLLING = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private TrackingBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("tracking-bench");
        var floor = new Shopfloor();
        for (int i = 0; i < CUSTOMERS; i++) floor.customer("9" + i, customer(i), "Customer " + i, "CODE" + i, "A");
        floor.customer("99999", "GIANT", "Giant", "GIANT", "A");
        try (var stand = new TrackingStand(folder, floor.build())) {
            var tokens = new ArrayList<String>();
            for (int i = 0; i < CUSTOMERS; i++) tokens.add(stand.bound("oBench_user-%05d".formatted(i), "CODE" + i));
            var giant = caller(stand, stand.bound("oBench_giant-001", "GIANT"));
            fill(stand);
            stand.erp.goDown();
            var callers = tokens.stream().map(token -> caller(stand, token)).toList();
            stand.server.get("/api/orders/search", tokens.getFirst());
            measure(stand, callers, giant);
            poll(stand, tokens);
        }
        System.exit(0);
    }

    private static Caller caller(TrackingStand stand, String token) {
        return stand.access.tokens().of(token, ApiFamily.TRACKING);
    }

    private static String customer(int i) {
        return "K%04d".formatted(i);
    }

    private static void fill(TrackingStand stand) {
        long begin = System.nanoTime();
        var orders = new Orders(
                stand.database,
                new Messages(stand.database),
                new Templates(stand.database, new Audit(java.time.Clock.systemUTC())));
        for (int from = 0; from < 2 * ORDERS; from += BATCH) {
            var some = new ArrayList<TrackedOrder>();
            var keys = new HashSet<Orders.Key>();
            for (int i = from; i < from + BATCH; i++) {
                var order = order(i, i < ORDERS ? customer(i % CUSTOMERS) : "GIANT");
                some.add(order);
                keys.add(new Orders.Key(order.customerNumber(), order.orderNo()));
            }
            orders.replace(keys, some, 1, stand.now(), (outbox, changes) -> {});
        }
        System.out.printf("| store %,d orders | %.0f s |%n", 2 * ORDERS, (System.nanoTime() - begin) / 1e9);
    }

    private static TrackedOrder order(int i, String customer) {
        var materials = new ArrayList<TrackedMaterial>();
        for (int line = 0; line < 3; line++) {
            materials.add(new TrackedMaterial(
                    i * 3L + line,
                    "AK%07d".formatted(i),
                    "07.%d.%03d".formatted(line % 2 + 1, i % 400),
                    (line % 2 == 0 ? "潜水面镜 Mask " : "脚蹼 Fins ") + i % 60,
                    "42-43",
                    0,
                    OrderStatus.PRODUCING,
                    BigDecimal.valueOf(100 + i % 900),
                    BigDecimal.valueOf(100),
                    LocalDate.of(2026, 1, 1),
                    new BigDecimal("0.75"),
                    BigDecimal.valueOf(i % 100),
                    BigDecimal.ZERO,
                    null));
        }
        return new TrackedOrder(
                "XSDD%07d".formatted(i),
                customer,
                "Customer",
                LocalDate.of(2024, 1, 1).plusDays(i % 800),
                null,
                OrderStatus.values()[i % 5],
                materials);
    }

    private static void measure(TrackingStand stand, List<Caller> callers, Caller giant) {
        var random = new Random(1);
        var orders = stand.feature.orders();
        timed(
                "search, 200 orders of each of 500 customers",
                4000,
                i -> orders.search(callers.get(random.nextInt(CUSTOMERS)), query(random)));
        timed("search, one customer with 100,000 orders", 400, i -> orders.search(giant, query(random)));
        timed("state of an order, and its materials", 6000, i -> {
            int customer = random.nextInt(CUSTOMERS);
            orders.order(callers.get(customer), "XSDD%07d".formatted(customer + CUSTOMERS * random.nextInt(200)));
        });
    }

    private static OrderQuery query(Random random) {
        var status = random.nextBoolean() ? null : OrderStatus.values()[random.nextInt(5)];
        return new OrderQuery(WORDS.get(random.nextInt(WORDS.size())), status, 1 + random.nextInt(3), 20);
    }

    private static void timed(String what, int times, IntConsumer work) {
        for (int i = 0; i < times / 4; i++) work.accept(i);
        var nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - begin;
        }
        print(what, nanos);
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | %.1f | %.1f | %.1f |%n",
                what,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }

    /// Each customer asks every five seconds, by turns for the list and for one order.
    private static void poll(TrackingStand stand, List<String> tokens) throws Exception {
        var taken = new ConcurrentLinkedQueue<Long>();
        var failed = new AtomicInteger();
        long end = System.nanoTime() + POLLING.toNanos();
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tokens.size(); i++) {
                int customer = i;
                threads.submit(() -> {
                    LockSupport.parkNanos(BETWEEN.toNanos() * customer / CUSTOMERS);
                    for (int turn = 0; System.nanoTime() < end; turn++) {
                        var path = turn % 2 == 0
                                ? "/api/orders/search"
                                : "/api/orders/XSDD%07d/status".formatted(customer);
                        taken.add(ask(client, stand.server.uri(path), tokens.get(customer), failed));
                        LockSupport.parkNanos(BETWEEN.toNanos());
                    }
                    return null;
                });
            }
        }
        var nanos = taken.stream().mapToLong(Long::longValue).toArray();
        print("500 customers polling over HTTP (" + nanos.length + " calls, " + failed.get() + " failed)", nanos);
    }

    private static long ask(HttpClient client, URI uri, String token, AtomicInteger failed) throws Exception {
        long begin = System.nanoTime();
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .GET()
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("\"success\":true")) failed.incrementAndGet();
        return System.nanoTime() - begin;
    }
}
