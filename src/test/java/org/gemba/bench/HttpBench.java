package org.gemba.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.gemba.access.ApiFamily;
import org.gemba.web.Route;
import org.gemba.web.TestServer;

/// Requests a second over HTTP: four keep-alive clients, five seconds after a warm-up of as long. Without arguments it
/// starts a server with one route in memory; with `PORT PATH TOKEN` it measures a program that runs already.
public final class HttpBench {
    private static final int CLIENTS = 4;
    private static final Duration SPELL = Duration.ofSeconds(5);

    private HttpBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            System.out.println(report(Integer.parseInt(arguments[0]), arguments[1], arguments[2]));
            return;
        }
        var answer = Map.of(
                "lines",
                IntStream.range(0, 20)
                        .mapToObj(i -> Map.of("code", "07.01." + i))
                        .toList());
        var route = Route.get(ApiFamily.MTO, "/api/mto/{n}", "").handle(call -> answer);
        try (var server = TestServer.of(List.of(route))) {
            System.out.println(report(server.port(), "/api/mto/AK1", "viewer"));
        }
    }

    /// Requests a second, p50 and p99 in milliseconds, as one line.
    static String report(int port, String path, String token) throws Exception {
        measure(port, path, token);
        return measure(port, path, token);
    }

    private static String measure(int port, String path, String token) throws Exception {
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            long end = System.nanoTime() + SPELL.toNanos();
            List<Callable<long[]>> clients = IntStream.range(0, CLIENTS)
                    .<Callable<long[]>>mapToObj(i -> () -> client(port, path, token, end))
                    .toList();
            var times = pool.invokeAll(clients).stream()
                    .map(HttpBench::result)
                    .flatMapToLong(java.util.Arrays::stream)
                    .sorted()
                    .toArray();
            return "%d requests/s, p50 %.2f ms, p99 %.2f ms"
                    .formatted(
                            times.length / SPELL.toSeconds(),
                            times[times.length / 2] / 1e6,
                            times[(int) (times.length * 0.99)] / 1e6);
        }
    }

    private static long[] result(Future<long[]> client) {
        try {
            return client.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long[] client(int port, String path, String token, long end) throws IOException {
        var request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var times = java.util.stream.LongStream.builder();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            var in = new java.io.BufferedInputStream(socket.getInputStream(), 65_536);
            for (long now = System.nanoTime(); now < end; ) {
                socket.getOutputStream().write(request);
                skipAnswer(in);
                long done = System.nanoTime();
                times.add(done - now);
                now = done;
            }
        }
        return times.build().toArray();
    }

    private static void skipAnswer(InputStream in) throws IOException {
        var first = line(in);
        if (!first.contains(" 200 ")) throw new IOException("answered " + first);
        int length = -1;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15))
                length = Integer.parseInt(line.substring(15).strip());
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (int chunk = Integer.parseInt(line(in), 16); chunk > 0; chunk = Integer.parseInt(line(in), 16)) {
            in.skipNBytes(chunk + 2L);
        }
        line(in);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("the server closed the connection");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
