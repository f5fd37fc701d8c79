package org.gemba.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemba.access.Caller;
import org.gemba.erp.DocumentSet;
import org.gemba.erp.ErpDocuments;
import org.gemba.erp.MtoDocuments;
import org.gemba.erp.MtoMatch;
import org.gemba.erp.PickBalance;
import org.gemba.erp.ShipBalance;
import org.gemba.erp.data.Balances;
import org.gemba.erp.data.CachedDocuments;
import org.gemba.erp.data.DocumentWriter;
import org.gemba.erp.data.SearchIndex;
import org.gemba.mto.Documents;
import org.gemba.mto.MtoFeature;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.TestServer;

/// How fast an MTO is answered with 935,000 documents stored: from the database, from memory, over HTTP from memory by
/// four clients that keep their connections; and how fast the search is. Run `main`; prints rows of a table.
final class LookupBench {
    private static final int MTOS = Integer.getInteger("mtos", 5_920);
    private static final int HOT = 500;
    private static final int BATCH = 10;
    private static final int LINES = 40;
    private static final int CLIENTS = 4;
    private static final List<String> SEARCHES = List.of("AS25", "2502777", "05.01", "Name of", "nothing like it");
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration RUN = Duration.ofSeconds(8);

    private static final UUID RUN_ID = new UUID(0, 1);

    private LookupBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("lookup-bench");
        try (var database = TestDatabase.open(folder)) {
            fill(new DocumentWriter(database));
            var stored = new Stored(new CachedDocuments(database), new SearchIndex(database), new Balances(database));
            var feature = new MtoFeature(
                    stored,
                    database,
                    new Events(),
                    new SettingsSource(name -> Optional.empty()),
                    new Texts(List.of("mto")),
                    Clock.systemUTC(),
                    () -> TestServer.ZONE);
            var service = feature.service();
            var caller = Caller.system();
            var random = new Random(1);
            measure("MTO from the database, aggregated", 500, step -> {
                var mto = number(random.nextInt(MTOS));
                service.invalidate(caller, mto);
                service.status(caller, mto, true);
            });
            measure("MTO from memory", 20_000, step -> service.status(caller, number(step % HOT), true));
            once("first search after a sync", () -> service.search(caller, "AS25", 20, 0));
            measure("search", 400, step -> service.search(caller, SEARCHES.get(step % SEARCHES.size()), 20, 0));
            once("alerts", () -> service.alerts(caller));
            try (var server = TestServer.of(feature.routes())) {
                overHttp(server.uri("/api/mto/"));
            }
        }
    }

    /// Batches of ten numbers, as a sync stores them.
    private static void fill(DocumentWriter store) {
        var clock = Clock.systemUTC();
        long start = System.nanoTime();
        int documents = 0;
        for (int mto = 0; mto < MTOS; mto += BATCH) {
            var sets = IntStream.range(mto, Math.min(mto + BATCH, MTOS))
                    .mapToObj(LookupBench::order)
                    .toList();
            var numbers = sets.stream().collect(Collectors.toMap(set -> set.mto, set -> LocalDate.of(2026, 11, 24)));
            var set = together(sets.stream().map(Documents::live).toList());
            store.replace(numbers, set, RUN_ID, clock.instant(), true);
            documents += set.size();
        }
        System.out.printf(
                "| %,d documents of %,d MTOs stored | %.0f s |%n", documents, MTOS, (System.nanoTime() - start) / 1e9);
    }

    private static DocumentSet together(List<MtoDocuments> all) {
        return new DocumentSet(
                all.stream().flatMap(each -> each.salesOrders().stream()).toList(),
                all.stream().flatMap(each -> each.productionOrders().stream()).toList(),
                all.stream().flatMap(each -> each.components().stream()).toList(),
                all.stream().flatMap(each -> each.productionReceipts().stream()).toList(),
                List.of(),
                List.of(),
                List.of(),
                all.stream().flatMap(each -> each.picks().stream()).toList(),
                List.of());
    }

    /// The store without an ERP behind it.
    private record Stored(CachedDocuments store, SearchIndex index, Balances balances) implements ErpDocuments {
        @Override
        public MtoDocuments live(String mtoNumber) {
            throw new AppError.UpstreamUnavailable("erp", "none", null);
        }

        @Override
        public Optional<MtoDocuments> cached(String mtoNumber) {
            return store.find(mtoNumber, MtoMatch.SUB_ORDERS);
        }

        @Override
        public Found search(String words, int limit, int offset) {
            return index.search(words, limit, offset);
        }

        @Override
        public List<String> recent(int count) {
            return store.recent(count);
        }

        @Override
        public List<PickBalance> pickBalances() {
            return balances.picks();
        }

        @Override
        public List<ShipBalance> shipBalances() {
            return balances.ships();
        }
    }

    private static String number(int mto) {
        return "AS" + (2_500_000 + mto);
    }

    private static Documents order(int mto) {
        var documents = new Documents(number(mto)).sold("07.01.001", 0, "1200").received("07.01.001", 0, "300");
        for (int line = 1; line < LINES; line++) {
            var code = "05.%02d.%03d".formatted(line % 7, line);
            documents.component(code, line % 3, "1200", line % 2 == 0 ? "半成品" : "外销包材", line % 2 == 1);
            documents.order(code, line % 3, "1200").received(code, 0, "700").picked(code, line % 3, "300");
        }
        return documents;
    }

    private static void measure(String what, int times, IntConsumer lookup) {
        for (int step = 0; step < times; step++) lookup.accept(step);
        var nanos = new long[times];
        for (int step = 0; step < times; step++) {
            long start = System.nanoTime();
            lookup.accept(step);
            nanos[step] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | p50 %.3f ms | p95 %.3f ms |%n", what, nanos[times / 2] / 1e6, nanos[times * 95 / 100] / 1e6);
    }

    private static void once(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf("| %s | %.0f ms |%n", what, (System.nanoTime() - start) / 1e6);
    }

    private static void overHttp(URI base) throws Exception {
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            for (var phase : List.of(WARM, RUN)) {
                var clients = new ArrayList<Callable<long[]>>();
                for (int client = 0; client < CLIENTS; client++) clients.add(() -> ask(base, phase));
                long requests = 0;
                long bytes = 0;
                for (var client : pool.invokeAll(clients)) {
                    requests += client.get()[0];
                    bytes += client.get()[1];
                }
                System.out.printf(
                        "| HTTP, %d clients, %s | %,d requests/s | %,d bytes each |%n",
                        CLIENTS, phase, requests / phase.toSeconds(), bytes / Math.max(1, requests));
            }
        }
    }

    /// A bare client: the machine's two processors shall serve, not parse.
    private static long[] ask(URI base, Duration time) throws Exception {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            var out = socket.getOutputStream();
            long end = System.nanoTime() + time.toNanos();
            long[] sums = new long[2];
            for (int mto = 0; System.nanoTime() < end; mto++) {
                out.write(("GET " + base.getPath() + number(mto % HOT) + " HTTP/1.1\r\nHost: 127.0.0.1:"
                                + base.getPort() + "\r\nAuthorization: Bearer viewer\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                sums[0]++;
                sums[1] += body(in);
            }
            return sums;
        }
    }

    private static int body(InputStream in) throws IOException {
        int length = -1;
        var first = line(in);
        if (!first.startsWith("HTTP/1.1 200")) throw new IllegalStateException(first);
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length: ", 0, 16))
                length = Integer.parseInt(header.substring(16));
        }
        if (length < 0) return chunks(in);
        in.skipNBytes(length);
        return length;
    }

    private static int chunks(InputStream in) throws IOException {
        int all = 0;
        for (int size = chunk(in); size > 0; size = chunk(in)) all += size;
        return all;
    }

    private static int chunk(InputStream in) throws IOException {
        int size = Integer.parseInt(line(in), 16);
        in.skipNBytes(size);
        line(in);
        return size;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int letter = in.read(); letter != '\n'; letter = in.read()) if (letter != '\r') line.append((char) letter);
        return line.toString();
    }
}
