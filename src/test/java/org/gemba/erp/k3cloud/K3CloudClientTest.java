package org.gemba.erp.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.gemba.erp.ErpForm;
import org.gemba.erp.ErpSettings;
import org.gemba.platform.config.SettingsSource;
import org.gemba.platform.error.AppError;
import org.gemba.platform.http.Outbound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The client against an ERP that misbehaves in every way that was seen: pages of a proxy, half answers, errors under
/// a 200, answers that do not come.
class K3CloudClientTest {
    private static final String LOGIN = "{\"LoginResultType\":1,\"KDSVCSessionId\":\"s-1\"}";
    private static final String ROW = "[[\"MO-1\",\"AK1\"]]";

    private final MockWebServer server = new MockWebServer();
    private final Outbound outbound = new Outbound(new SimpleMeterRegistry(), "test");
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicReference<Function<String, MockResponse>> queries = new AtomicReference<>(body -> ok(ROW));
    private K3CloudClient client;

    private enum Trouble {
        HTML_PAGE {
            @Override
            MockResponse answer() {
                return new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html")
                        .body("<html><title>IIS</title></html>")
                        .build();
            }
        },
        HALF_AN_ANSWER {
            @Override
            MockResponse answer() {
                return new MockResponse.Builder()
                        .body("[[\"MO-1\",\"AK1\"],[\"MO-2\"")
                        .build();
            }
        },
        CUT_OFF {
            @Override
            MockResponse answer() {
                return new MockResponse.Builder()
                        .body(ROW)
                        .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                        .build();
            }
        },
        ANOTHER_SHAPE {
            @Override
            MockResponse answer() {
                return ok("[[\"only one column\"]]");
            }
        },
        BAD_GATEWAY {
            @Override
            MockResponse answer() {
                return new MockResponse.Builder().code(502).body("Bad Gateway").build();
            }
        },
        BUSY_IN_200 {
            @Override
            MockResponse answer() {
                return ok(
                        "[[{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":false,\"MsgCode\":0,\"Errors\":[{\"Message\":\"服务器忙\"}]}}}]]");
            }
        };

        abstract MockResponse answer();
    }

    private static MockResponse ok(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json; charset=utf-8")
                .body(body)
                .build();
    }

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().contains("AuthService")) return ok(LOGIN);
                return queries.get()
                        .apply(
                                request.getBody() == null
                                        ? ""
                                        : request.getBody().utf8());
            }
        });
        server.start();
        var values = Map.of(
                "KINGDEE_SERVER_URL", server.url("/k3cloud/").toString(),
                "KINGDEE_ACCT_ID", "a",
                "KINGDEE_USER_NAME", "u",
                "KINGDEE_PASSWORD", "p",
                "KINGDEE_CONNECT_TIMEOUT", "1",
                "KINGDEE_REQUEST_TIMEOUT", "1");
        var source = new SettingsSource(name -> Optional.ofNullable(values.get(name)));
        client = K3CloudClient.over(
                outbound,
                ErpSettings.from(source).orElseThrow(),
                FormCatalogue.from(source),
                clock(),
                new Nobody(),
                Duration.ofMillis(10));
    }

    @AfterEach
    void stop() {
        client.close();
        outbound.close();
        server.close();
    }

    private Clock clock() {
        return new Clock() {
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
                return now.get();
            }
        };
    }

    private static final class Nobody implements K3CloudClient.Listener {
        @Override
        public void answered(Duration time) {}

        @Override
        public void failed(boolean isRefusedLogin, String words) {}

        @Override
        public void lacks(String form, String key) {}
    }

    private int ask() {
        var spec = client.form(ErpForm.PRODUCTION_ORDER).only("bill", "mto");
        return client.query(spec, "").size();
    }

    private void answers(MockResponse response) {
        queries.set(body -> response);
    }

    @Test
    void rowsComeWhenAllIsWell() {
        assertThat(ask()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whatIsNoAnswerIsAnOutageInWordsAndNeverNoRows(Trouble trouble) {
        answers(trouble.answer());
        assertThatThrownBy(this::ask)
                .isInstanceOf(AppError.UpstreamUnavailable.class)
                .hasMessageContaining("ERP");
        queries.set(body -> ok(ROW));
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void aSecondTryHelpsAgainstOneBadAnswer() {
        var first = new AtomicReference<>(Trouble.HTML_PAGE.answer());
        queries.set(body -> Optional.ofNullable(first.getAndSet(null)).orElseGet(() -> ok(ROW)));
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void aLostSessionIsRenewedOnce() {
        var lost = new AtomicReference<>(
                ok(
                        "[[{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":false,\"Errors\":[{\"Message\":\"会话信息已丢失，请重新登录\"}]}}}]]"));
        queries.set(body -> Optional.ofNullable(lost.getAndSet(null)).orElseGet(() -> ok(ROW)));
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void anAnswerThatDoesNotComeIsSlowAndNotRepeated() {
        answers(new MockResponse.Builder()
                .headersDelay(5, java.util.concurrent.TimeUnit.SECONDS)
                .body(ROW)
                .build());
        long begin = System.nanoTime();
        assertThatThrownBy(this::ask).isInstanceOf(AppError.UpstreamUnavailable.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void whileItIsDownItIsNotAskedAndOneQuestionSeesWhetherItIsBack() {
        answers(Trouble.BAD_GATEWAY.answer());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::ask).isInstanceOf(AppError.UpstreamUnavailable.class);
        }
        long begin = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(this::ask)
                    .isInstanceOf(AppError.UpstreamUnavailable.class)
                    .hasMessageContaining("asked again in");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        now.updateAndGet(time -> time.plusSeconds(6));
        assertThatThrownBy(this::ask).hasMessageNotContaining("asked again in");
        assertThatThrownBy(this::ask).hasMessageContaining("asked again in 10 s");
    }

    @Test
    void whereNobodyListensItIsToldAtOnceHoweverOften() {
        server.close();
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(this::ask)
                    .isInstanceOf(AppError.UpstreamUnavailable.class)
                    .hasMessageNotContaining("asked again in");
        }
    }

    @Test
    void anErrorAboutOneQuestionDoesNotCloseTheDoorForOthers() {
        answers(ok("[[{\"Result\":{\"ResponseStatus\":{\"IsSuccess\":false,\"Errors\":[{\"Message\":\"没有权限\"}]}}}]]"));
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(this::ask).hasMessageContaining("没有权限");
        }
        queries.set(body -> ok(ROW));
        assertThat(ask()).isEqualTo(1);
    }

    @Test
    void aTestOfTheConnectionIsAlwaysMadeAndOpensTheDoor() {
        answers(Trouble.BAD_GATEWAY.answer());
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(this::ask).isInstanceOf(AppError.UpstreamUnavailable.class);
        }
        assertThatThrownBy(this::ask).hasMessageContaining("asked again in");
        queries.set(body -> ok(ROW));
        client.test();
        assertThat(ask()).isEqualTo(1);
    }
}
