package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.gemba.access.ApiFamily;
import org.gemba.platform.db.AnswersOnce;
import org.gemba.platform.db.Database;
import org.gemba.platform.db.TestDatabase;
import org.gemba.platform.error.AppError;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that lost its answer and asks again.
class RepetitionTest {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private static Path folder;

    private static Database database;
    private static TestServer server;

    record Line(String code) {}

    record Made(int number, String code) {}

    @BeforeAll
    static void start() {
        database = TestDatabase.open(folder);
        database.write(handle ->
                handle.execute("insert into setting values ('count', '0', false, current_timestamp, 'test')"));
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return NOW.get();
            }
        };
        server = TestServer.once(
                new AnswersOnce(database, clock),
                List.of(
                        Route.post(ApiFamily.PLANNING, "/api/products", "Add")
                                .takes(Line.class)
                                .once()
                                .handle(RepetitionTest::make),
                        Route.post(ApiFamily.KPI, "/api/v1/clients", "Add")
                                .takes(Line.class)
                                .handle(RepetitionTest::make)));
    }

    /// Counts, in the database, and refuses the code `bad` after it has counted.
    private static Answer make(Call call) {
        var line = call.body(Line.class);
        var number = database.write(handle -> {
            handle.execute("update setting set content = cast(cast(content as integer) + 1 as varchar)"
                    + " where name = 'count'");
            return count();
        });
        if (line.code().equals("bad")) throw new AppError.Conflict("bad");
        return Answer.created(new Reply("made", new Made(number, line.code()))).with("Location", "/x/" + number);
    }

    private static int count() {
        return database.read(handle -> handle.createQuery("select content from setting where name = 'count'")
                .mapTo(Integer.class)
                .one());
    }

    @AfterAll
    static void stop() {
        server.close();
        database.close();
    }

    private static Got post(String path, String key, String token, String code) {
        return server.send(server.request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}")));
    }

    @Test
    void theSameRequestIsDoneOnceAndAnsweredAlike() {
        var first = post("/api/products", "k-1", "admin", "a");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).isPresent();
        int made = count();
        var second = post("/api/products", "k-1", "admin", "a");
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("Idempotency-Replayed")).contains("true");
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(count()).isEqualTo(made);
    }

    @Test
    void anotherKeyAnotherCallerAndNoKeyAreOtherRequests() {
        int before = count();
        post("/api/products", "k-2", "admin", "a");
        post("/api/products", "k-3", "admin", "a");
        post("/api/products", "k-2", "poweruser", "a");
        server.post("/api/products", "admin", "{\"code\":\"a\"}");
        server.post("/api/products", "admin", "{\"code\":\"a\"}");
        assertThat(count()).isEqualTo(before + 5);
    }

    @Test
    void aKeyOfAnotherRequestIsRefused() {
        post("/api/products", "k-4", "admin", "a");
        assertThat(post("/api/products", "k-4", "admin", "b").status()).isEqualTo(422);
    }

    @Test
    void aRequestThatFailedHasNoEffectAndLeavesItsKeyFree() {
        int before = count();
        assertThat(post("/api/products", "k-5", "admin", "bad").status()).isEqualTo(409);
        assertThat(count()).isEqualTo(before);
        assertThat(post("/api/products", "k-5", "admin", "good").status()).isEqualTo(201);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void ofManyAtOnceOneIsDone() throws Exception {
        int before = count();
        var answers = new ArrayList<Future<String>>();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> {
                    go.await();
                    return post("/api/products", "k-6", "admin", "a").text();
                }));
            }
            go.countDown();
        }
        var first = answers.getFirst().get();
        for (var answer : answers) assertThat(answer.get()).isEqualTo(first);
        assertThat(count()).isEqualTo(before + 1);
    }

    @Test
    void afterADayTheKeyIsForgotten() {
        post("/api/products", "k-7", "admin", "a");
        int before = count();
        NOW.updateAndGet(now -> now.plus(Duration.ofHours(24)).minusSeconds(1));
        post("/api/products", "k-7", "admin", "a");
        assertThat(count()).isEqualTo(before);
        NOW.updateAndGet(now -> now.plusSeconds(1));
        assertThat(post("/api/products", "k-7", "admin", "other").status()).isEqualTo(201);
        assertThat(count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "a\tb"})
    void whatIsNoKeyIsAFault(String key) {
        assertThat(post("/api/products", key, "admin", "a").status()).isEqualTo(400);
    }

    @Test
    void aRouteThatDoesNotAllowItPassesTheKeyOver() {
        int before = count();
        post("/api/v1/clients", "k-8", "admin", "a");
        post("/api/v1/clients", "k-8", "admin", "a");
        assertThat(count()).isEqualTo(before + 2);
    }
}
