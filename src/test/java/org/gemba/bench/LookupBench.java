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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import org.gemba.access.Caller;
import org.gemba.mto.Documents;
import org.gemba.mto.FakeErp;
import org.gemba.mto.MtoFeature;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.events.Events;
import org.gemba.platform.i18n.Texts;
import org.gemba.web.TestServer;

/// How fast an MTO is answered: aggregated anew, from memory, and from memory over HTTP by four clients that keep their
/// connections. Run `main`; prints rows of a table.
final class LookupBench {
    private static final int MTOS = 500;
    private static final int LINES = 40;
    private static final int CLIENTS = 4;
    private static final Duration WARM = Duration.ofSeconds(6);
    private static final Duration RUN = Duration.ofSeconds(8);

    private LookupBench() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("lookup-bench");
        var erp = new FakeErp();
        for (int mto = 0; mto < MTOS; mto++)
            erp.store(order(mto), Clock.systemUTC().instant());
        try (var database = TestDatabase.open(folder)) {
            var feature = new MtoFeature(
                    erp,
                    database,
                    new Events(),
                    new SettingsSource(name -> Optional.empty()),
                    new Texts(List.of("mto")),
                    Clock.systemUTC(),
                    () -> TestServer.ZONE);
            var service = feature.service();
            var caller = Caller.system();
            measure("aggregated anew", mto -> {
                service.invalidate(caller, number(mto));
                service.status(caller, number(mto), true);
            });
            measure("from memory", mto -> service.status(caller, number(mto), true));
            try (var server = TestServer.of(feature.routes())) {
                overHttp(server.uri("/api/mto/"));
            }
        }
    }

    private static String number(int mto) {
        return "AS" + (2_500_000 + mto % MTOS);
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

    private static void measure(String what, IntConsumer lookup) {
        for (int mto = 0; mto < 20_000; mto++) lookup.accept(mto);
        var nanos = new long[20_000];
        for (int mto = 0; mto < nanos.length; mto++) {
            long start = System.nanoTime();
            lookup.accept(mto);
            nanos[mto] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "| %s | p50 %.3f ms | p95 %.3f ms |%n",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6);
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
                out.write(("GET " + base.getPath() + number(mto) + " HTTP/1.1\r\nHost: 127.0.0.1:" + base.getPort()
                                + "\r\nAuthorization: Bearer viewer\r\n\r\n")
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
