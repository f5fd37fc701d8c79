package org.gemba.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.DatabaseSettings;

/// How many writes a second are acknowledged once they are on the disk, and how long each waits: the grouped writer
/// against a commit and a sync for each. Run its main method; it prints a table for the performance page.
public final class WriteBench {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);

    @FunctionalInterface
    private interface Entry {
        void enter(String id) throws SQLException;
    }

    private WriteBench() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| writer | clients | acknowledged/s | p50 ms | p95 ms | p99 ms | file MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int clients : new int[] {1, 8, 64}) {
            each(clients);
            grouped(clients);
        }
        bulk();
        System.exit(0);
    }

    private static void grouped(int clients) throws Exception {
        var folder = Files.createTempDirectory("write-bench");
        try (var database = Database.open(DatabaseSettings.embedded(folder), List.of("platform"))) {
            measure("grouped", clients, folder, id -> database.write(handle -> handle.execute(INSERT, NOW, id)));
        }
    }

    private static final String INSERT =
            "insert into audit_line (at, who, action, type, entity_id) values (?, 'bench', 'create', 'entry', ?)";
    private static final Instant NOW = Instant.EPOCH;

    /// What one would write without thinking: a lock, a commit, a sync.
    private static void each(int clients) throws Exception {
        var folder = Files.createTempDirectory("write-bench");
        Database.open(DatabaseSettings.embedded(folder), List.of("platform")).close();
        var url = "jdbc:h2:async:" + folder.resolve("gemba") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (var connection = DriverManager.getConnection(url, "gemba", "")) {
            connection.setAutoCommit(false);
            measure("one by one", clients, folder, id -> one(connection, id));
        }
    }

    private static void one(Connection connection, String id) throws SQLException {
        synchronized (connection) {
            try (var insert = connection.prepareStatement(INSERT);
                    var sync = connection.createStatement()) {
                insert.setObject(1, NOW.atOffset(java.time.ZoneOffset.UTC));
                insert.setString(2, id);
                insert.execute();
                connection.commit();
                sync.execute("checkpoint sync");
            }
        }
    }

    private static void measure(String name, int clients, Path folder, Entry entry) throws Exception {
        var waits = new ConcurrentLinkedQueue<long[]>();
        long from = System.nanoTime() + WARM_UP.toNanos();
        long until = from + MEASURED.toNanos();
        var done = new CountDownLatch(clients);
        for (int client = 0; client < clients; client++) {
            var prefix = name + client + "-";
            Thread.ofPlatform().start(() -> {
                waits.add(client(prefix, entry, from, until));
                done.countDown();
            });
        }
        done.await();
        var all = waits.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %,d | %.2f | %.2f | %.2f | %d |%n",
                name,
                clients,
                all.length / MEASURED.toSeconds(),
                all[all.length / 2] / 1e6,
                all[all.length * 95 / 100] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                Files.size(folder.resolve("gemba.mv.db")) >> 20);
    }

    private static long[] client(String prefix, Entry entry, long from, long until) {
        var waits = new long[100_000];
        int count = 0;
        for (int i = 0; System.nanoTime() < until; i++) {
            long start = System.nanoTime();
            try {
                entry.enter(prefix + i);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            if (start >= from) waits[count++] = System.nanoTime() - start;
        }
        return Arrays.copyOf(waits, count);
    }

    /// Small writes while four loaders store batches of a thousand rows.
    private static void bulk() throws Exception {
        var folder = Files.createTempDirectory("write-bench");
        try (var database = Database.open(DatabaseSettings.embedded(folder), List.of("platform"))) {
            long end = System.nanoTime() + WARM_UP.plus(MEASURED).toNanos();
            var rows = new java.util.concurrent.atomic.LongAdder();
            for (int loader = 0; loader < 4; loader++) {
                Thread.ofPlatform().daemon().start(() -> {
                    while (System.nanoTime() < end) rows.add(batch(database));
                });
            }
            measure("grouped, beside 4 bulk loads", 8, folder, id -> database.write(h -> h.execute(INSERT, NOW, id)));
            System.out.printf(
                    Locale.ROOT,
                    "%nBulk rows stored meanwhile: %,d/s%n",
                    rows.sum() / WARM_UP.plus(MEASURED).toSeconds());
        }
    }

    private static int batch(Database database) {
        return database.writeBulk(handle -> {
            var batch = handle.prepareBatch(
                    "insert into audit_line (at, who, action, type, entity_id) values (:at, 'bulk', 'create', 'row', :id)");
            for (int row = 0; row < 1000; row++)
                batch.bind("at", NOW).bind("id", "row " + row).add();
            return batch.execute().length;
        });
    }
}
