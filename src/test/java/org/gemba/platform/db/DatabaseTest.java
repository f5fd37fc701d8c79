package org.gemba.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    @TempDir
    Path folder;

    Database database;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void writtenRowsAreThereAfterReopening() {
        var at = Instant.parse("2026-03-29T01:30:00.123456Z");
        var id = UUID.randomUUID();
        database.write(h -> h.execute("insert into schedule_mark(name, looked_at) values (?, ?)", id.toString(), at));
        database.close();
        database = TestDatabase.open(folder);
        assertThat(database.<Instant>read(h -> h.createQuery("select looked_at from schedule_mark where name = :id")
                        .bind("id", id.toString())
                        .mapTo(Instant.class)
                        .one()))
                .isEqualTo(at);
    }

    @Test
    void oneFailingWorkDoesNotHarmItsNeighbours() {
        var blocked = new CompletableFuture<Void>();
        var first = database.writeLater(h -> {
            blocked.join();
            return setting(h, "a");
        });
        var failing = database.writeLater(h -> {
            setting(h, "b");
            return setting(h, "b");
        });
        var last = database.writeLater(h -> setting(h, "c"));
        blocked.complete(null);
        assertThat(first.join()).isEqualTo(1);
        assertThat(last.join()).isEqualTo(1);
        assertThatThrownBy(failing::join).hasMessageContaining("Unique index or primary key violation");
        assertThat(names()).containsExactly("a", "c");
    }

    @Test
    void readersCannotWrite() {
        assertThatThrownBy(() -> database.read(h -> setting(h, "x"))).hasMessageContaining("Not enough rights");
        assertThatThrownBy(() -> database.read(h -> h.execute("create table x(a int)")))
                .hasMessageContaining("Not enough rights");
        assertThat(names()).isEmpty();
    }

    @Test
    void workThatCallsTheDatabaseAgainJoinsItsOwnGroup() {
        var seen = database.write(h -> {
            database.write(inner -> setting(inner, "inner"));
            return database.read(inner -> names(inner));
        });
        assertThat(seen).containsExactly("inner");
    }

    @Test
    void aReaderThatIsInterruptedDoesNotCloseTheDatabaseForEverybody() throws Exception {
        for (int row = 0; row < 200; row++) {
            var name = "row " + row;
            database.write(h -> setting(h, name));
        }
        for (int round = 0; round < 5; round++) {
            database.close();
            database = TestDatabase.open(folder);
            var interrupted = new CompletableFuture<Integer>();
            Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                try {
                    interrupted.complete(names().size());
                } catch (RuntimeException e) {
                    interrupted.completeExceptionally(e);
                }
            });
            interrupted.handle((count, failure) -> count).join();
            assertThat(names()).hasSize(200);
            var name = "round " + round;
            database.write(h -> h.execute("update setting set content = ? where name = 'row 1'", name));
        }
    }

    @Test
    void anInstantKeepsItsHourWhenTheClocksGoBack() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");
        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            for (var at : List.of(first, second)) {
                database.write(h -> h.execute("insert into schedule_mark values (?, ?)", at.toString(), at));
            }
            assertThat(database.<List<Instant>>read(h -> h.createQuery("select looked_at from schedule_mark order by 1")
                            .mapTo(Instant.class)
                            .list()))
                    .containsExactly(first, second);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void aReaderSeesOneStateOfAllTables() {
        database.write(h -> setting(h, "a"));
        var seen = database.read(h -> {
            var before = names(h);
            CompletableFuture.runAsync(() -> database.write(w -> {
                        setting(w, "b");
                        return w.execute("insert into schedule_mark values ('b', ?)", Instant.EPOCH);
                    }))
                    .join();
            int marks = h.createQuery("select count(*) from schedule_mark")
                    .mapTo(Integer.class)
                    .one();
            return List.of(before, names(h), marks);
        });
        assertThat(seen).containsExactly(List.of("a"), List.of("a"), 0);
        assertThat(names()).containsExactly("a", "b");
    }

    private List<String> names() {
        return database.read(DatabaseTest::names);
    }

    private static List<String> names(Handle h) {
        return h.createQuery("select name from setting order by name")
                .mapTo(String.class)
                .list();
    }

    private static int setting(Handle h, String name) {
        return h.execute(
                "insert into setting(name, content, is_secret, changed_at, changed_by) values (?, 'v', false, ?, 'me')",
                name,
                Instant.EPOCH);
    }

    @Test
    void whatIsToldAfterAWriteIsToldWhenItIsThereAndNotWhenItFailed() {
        var told = new java.util.ArrayList<Long>();
        Runnable count = () -> told.add(database.read(handle -> handle.createQuery("select count(*) from schedule_mark")
                .mapTo(Long.class)
                .one()));
        database.write(handle -> {
            database.afterwards(count);
            return database.together(() -> database.write(inner -> inner.execute(
                    "insert into schedule_mark (name, looked_at) values ('a', ?)", java.time.Instant.EPOCH)));
        });
        assertThat(told).containsExactly(1L);
        assertThatThrownBy(() -> database.write(handle -> {
                    database.afterwards(count);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(told).hasSize(1);
        database.afterwards(count);
        assertThat(told).hasSize(2);
    }
}
