package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.AppError;
import org.junit.jupiter.api.Test;

class StreamTest {
    @Test
    void eachEventIsOnTheWireWhenItWasSentAndALostClientIsNoticed() throws Exception {
        var seen = new CountDownLatch(1);
        var gone = new CompletableFuture<Exception>();
        var route = Route.post(ApiFamily.MTO, "/api/chat/stream", "")
                .open()
                .handle(call -> Answer.events(sink -> {
                    sink.send(Map.of("content", "first"));
                    assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
                    try {
                        for (int i = 0; i < 10_000; i++) sink.send(Map.of("content", "x".repeat(1_000)));
                    } catch (java.io.IOException e) {
                        gone.complete(e);
                        throw e;
                    }
                }));
        try (var server = TestServer.of(List.of(route))) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.getOutputStream()
                        .write("POST /api/chat/stream HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                assertThat(lines.lines()
                                .filter(line -> line.startsWith("data:"))
                                .findFirst())
                        .contains("data: {\"content\":\"first\"}");
            }
            seen.countDown();
            assertThat(gone.get(20, TimeUnit.SECONDS)).isInstanceOf(java.io.IOException.class);
        }
    }

    @Test
    void aStreamThatFailsBeforeItsFirstEventIsAProperError() {
        var route = Route.post(ApiFamily.MTO, "/api/chat/stream", "")
                .open()
                .handle(call -> Answer.events(sink -> {
                    throw new AppError.NotConfigured("llm", "Chat service not configured");
                }));
        try (var server = TestServer.of(List.of(route))) {
            var got = server.send(
                    HttpRequest.newBuilder(server.uri("/api/chat/stream")).POST(HttpRequest.BodyPublishers.noBody()));
            assertThat(got.status()).isEqualTo(503);
            assertThat(got.header("Content-Type").orElseThrow()).startsWith("application/json");
            assertThat(got.text())
                    .isEqualTo("{\"detail\":\"Chat service not configured\",\"error_code\":\"service_unavailable\"}");
        }
    }

    @Test
    void halfADownloadIsNeverPassedOffAsAWholeOne() {
        var route = Route.get(ApiFamily.MTO, "/api/export/file", "")
                .open()
                .handle(call -> Answer.download("a.csv", "text/csv", out -> {
                    out.write(new byte[200_000]);
                    throw new IllegalStateException("half way");
                }));
        try (var server = TestServer.of(List.of(route))) {
            assertThatThrownBy(() -> server.get("/api/export/file")).isInstanceOf(java.io.UncheckedIOException.class);
        }
    }

    @Test
    void whatRunsMayFinishWhenTheServerEnds() throws Exception {
        var started = new CountDownLatch(1);
        var may = new CountDownLatch(1);
        var route = Route.get(ApiFamily.MTO, "/api/search", "").open().handle(call -> {
            started.countDown();
            assertThat(may.await(10, TimeUnit.SECONDS)).isTrue();
            return List.of("finished");
        });
        var server = TestServer.of(List.of(route));
        var answer = CompletableFuture.supplyAsync(() -> server.get("/api/search"));
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
        var end = CompletableFuture.runAsync(server::stopOnly);
        may.countDown();
        assertThat(answer.get(10, TimeUnit.SECONDS).text()).isEqualTo("[\"finished\"]");
        end.get(10, TimeUnit.SECONDS);
        server.close();
    }
}
