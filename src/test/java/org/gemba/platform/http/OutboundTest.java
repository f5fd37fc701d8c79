package org.gemba.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Retry QUICK = new Retry(3, Duration.ofMillis(5), Duration.ofMillis(20));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockWebServer server = new MockWebServer();
    private Outbound outbound;

    @BeforeEach
    void start() throws IOException {
        server.start();
        outbound = new Outbound(meters, "1.2");
    }

    @AfterEach
    void stop() {
        outbound.close();
        server.close();
    }

    @Test
    void aSilentServerEndsTheCallAtItsTimeOut() {
        server.enqueue(
                new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS).build());
        long begin = System.nanoTime();
        assertThatThrownBy(() -> get(Target.of("erp", SECOND, Duration.ofMillis(300))))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        assertThat(meters.get("gemba.outbound")
                        .tag("target", "erp")
                        .tag("outcome", "timeout")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aTrickleIsCutByTheCallTimeOut() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(1000))
                .throttleBody(10, 100, TimeUnit.MILLISECONDS)
                .build());
        assertThatThrownBy(() -> get(Target.of("erp", SECOND, Duration.ofMillis(400))))
                .isInstanceOf(InterruptedIOException.class);
    }

    @Test
    void passingFaultsAreRepeatedForReads() throws IOException {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "9999")
                .build());
        server.enqueue(new MockResponse.Builder().body("at last").build());
        assertThat(get(Target.of("erp", SECOND, Duration.ofSeconds(5)).withRetry(QUICK)))
                .isEqualTo("at last");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void aRealFaultIsNotRepeated() throws IOException {
        server.enqueue(new MockResponse.Builder().code(500).body("broken").build());
        assertThat(get(Target.of("erp", SECOND, Duration.ofSeconds(5)).withRetry(QUICK)))
                .isEqualTo("broken");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aPostIsRepeatedOnlyWhenDeclaredRepeatable() throws IOException {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().body("ok").build());
        var client =
                outbound.client(Target.of("erp", SECOND, Duration.ofSeconds(5)).withRetry(QUICK));
        var post = new Request.Builder().url(server.url("/")).post(RequestBody.create(new byte[] {1}));
        try (var response = client.newCall(post.build()).execute()) {
            assertThat(response.code()).isEqualTo(503);
        }
        try (var response = client.newCall(Retry.repeatable(post).build()).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void anAnswerLargerThanTheCapFails() {
        server.enqueue(new MockResponse.Builder().body("x".repeat(5000)).build());
        server.enqueue(
                new MockResponse.Builder().chunkedBody("x".repeat(5000), 100).build());
        var target = Target.of("erp", SECOND, Duration.ofSeconds(5)).withMaxAnswer(4999);
        assertThatThrownBy(() -> get(target)).isInstanceOf(AnswerTooLarge.class);
        assertThatThrownBy(() -> get(target)).isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void theProgramSaysWhoItIs() throws Exception {
        server.enqueue(new MockResponse.Builder().body("hello").build());
        get(Target.of("erp", SECOND, SECOND));
        assertThat(server.takeRequest().getHeaders().get("User-Agent")).isEqualTo("Gemba/1.2");
    }

    @Test
    void closingEndsAWaitBetweenTries() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        var slow = new Retry(2, Duration.ofSeconds(30), Duration.ofSeconds(30));
        var client =
                outbound.client(Target.of("erp", SECOND, Duration.ofSeconds(50)).withRetry(slow));
        var failed = new java.util.concurrent.CompletableFuture<IOException>();
        client.newCall(new Request.Builder().url(server.url("/")).build()).enqueue(new okhttp3.Callback() {
            @Override
            public void onFailure(okhttp3.Call call, IOException e) {
                failed.complete(e);
            }

            @Override
            public void onResponse(okhttp3.Call call, okhttp3.Response response) {
                response.close();
            }
        });
        server.takeRequest();
        outbound.close();
        assertThat(failed.get(5, TimeUnit.SECONDS)).isNotNull();
    }

    private String get(Target target) throws IOException {
        var request = new Request.Builder().url(server.url("/a")).build();
        try (var response = outbound.client(target).newCall(request).execute()) {
            return response.body().string();
        }
    }
}
