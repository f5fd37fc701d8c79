package org.gemba.demo.k3cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.gemba.demo.k3cloud.Fault.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;

class K3CloudFaultsTest {
    private static K3CloudSimulator simulator;
    private static K3CloudCaller caller;

    @BeforeAll
    static void start() {
        simulator = K3CloudSimulator.start(TinyFactory.documents());
        caller = new K3CloudCaller(simulator);
    }

    @BeforeEach
    void heal() {
        simulator.faults().clear();
        caller.login();
    }

    @AfterAll
    static void stop() {
        caller.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP_500    | 500 | System.NullReferenceException
            HTML_PAGE   | 200 | <!DOCTYPE html>
            WRONG_TYPES | 200 | ["FBillNo", 17
            ERROR_BARE  | 200 | {"Result":{"ResponseStatus"
            ERROR_ONCE  | 200 | [{"Result":{"ResponseStatus"
            ERROR_TWICE | 200 | [[{"Result":{"ResponseStatus"
            ERROR_TEXT  | 200 | response_error:
            EMPTY       | 200 | []
            """)
    void spoiledAnswersHaveTheirShape(Kind kind, int status, String beginning) {
        simulator.faults().set(Fault.of(kind).once());
        var answer = orders();
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith(beginning);
        assertThat(orders().body()).startsWith("[[\"SCDD001\"");
    }

    @ParameterizedTest
    @CsvSource({"NO_FORM,业务对象不存在", "NO_FIELD,字段不存在", "SESSION_LOST,会话信息已丢失", "BUSY,服务器忙"})
    void refusalsSayTheErpsOwnWords(Kind kind, String words) {
        simulator.faults().set(Fault.of(kind).once());
        assertThat(orders().body()).startsWith("[[{\"Result\"").contains(words);
    }

    @Test
    void aLostSessionStaysLostUntilTheNextLogin() {
        simulator.faults().set(Fault.of(Kind.SESSION_LOST).once());
        orders();
        assertThat(orders().body()).contains("会话信息已丢失");
        caller.login();
        assertThat(orders().body()).contains("SCDD001");
    }

    @Test
    void aDroppedConnectionAndAHalfAnswerFailInTheClient() {
        simulator.faults().set(Fault.of(Kind.RESET).once());
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(K3CloudFaultsTest::orders);
        simulator.faults().clear();
        simulator.faults().set(Fault.of(Kind.HALF_ANSWER).once());
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(K3CloudFaultsTest::orders);
        assertThat(orders().body()).contains("SCDD001");
    }

    @Test
    void aTruncatedAnswerLooksWholeToHttp() {
        simulator.faults().set(Fault.of(Kind.TRUNCATED_JSON).once());
        var answer = orders();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> K3CloudCaller.JSON.readTree(answer.body()));
    }

    @Test
    void everySecondValueMayBeOfAnotherType() {
        simulator.faults().set(Fault.of(Kind.WRONG_VALUES).once());
        assertThat(orders().body()).contains("[\"?\"]").contains("SCDD001");
    }

    @Test
    void pagesCanOverlapRepeatAndShuffle() {
        simulator.faults().set(Fault.of(Kind.OVERLAPPING_PAGE).once());
        simulator.faults().set(Fault.of(Kind.REPEATED_PAGE).fromCall(2).once());
        assertThat(page("", 2, 2)).isEqualTo("SCDD001 SCDD002");
        assertThat(page("", 2, 2)).isEqualTo("SCDD001 SCDD002");
        assertThat(page("", 2, 2)).isEqualTo("SCDD003 SCDD004");
        simulator.faults().set(Fault.of(Kind.UNSTABLE_ORDER));
        assertThat(page("", 0, 4)).isNotEqualTo(page("", 0, 4));
        assertThat(page("FBillNo", 0, 4)).isEqualTo(page("FBillNo", 0, 4));
    }

    @Test
    void aFaultCanWaitForItsFormAndItsCall() {
        simulator
                .faults()
                .set(Fault.of(Kind.HTTP_500)
                        .on(Forms.PRODUCTION_ORDER)
                        .fromCall(2)
                        .times(2));
        assertThat(caller.query("SAL_SaleOrder", "FBillNo", "").statusCode()).isEqualTo(200);
        assertThat(orders().statusCode()).isEqualTo(200);
        assertThat(orders().statusCode()).isEqualTo(500);
        assertThat(caller.query("SAL_SaleOrder", "FBillNo", "").statusCode()).isEqualTo(200);
        assertThat(orders().statusCode()).isEqualTo(500);
        assertThat(orders().statusCode()).isEqualTo(200);
    }

    @Test
    void loginsHaveFaultsOfTheirOwn() {
        simulator.faults().set(Fault.of(Kind.ERROR_BARE).on(Fault.LOGIN));
        assertThat(caller.login().has("LoginResultType")).isFalse();
        simulator.faults().clear();
        assertThat(caller.login().path("LoginResultType").intValue()).isEqualTo(1);
    }

    @Test
    void aSlowAnswerIsRightButLate() {
        simulator.faults().set(Fault.slow(Duration.ofMillis(300)).once());
        var before = Instant.now();
        assertThat(orders().body()).contains("SCDD001");
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void whileDownItRefusesConnectionsAndComesBackOnTheSamePort() {
        var url = simulator.url();
        simulator.goDown();
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(K3CloudFaultsTest::orders);
        simulator.comeBack();
        assertThat(simulator.url()).isEqualTo(url);
        assertThat(orders().body()).contains("SCDD001");
    }

    @Test
    void theSameCommandsComeOverHttp() throws IOException, InterruptedException {
        var faults = simulator.url().resolve("/admin/faults");
        assertThat(send(faults, "POST", "{\"kind\":\"http_500\",\"form\":\"PRD_MO\",\"times\":1}"))
                .contains("\"HTTP_500\"");
        assertThat(orders().statusCode()).isEqualTo(500);
        assertThat(send(faults, "POST", "{\"kind\":\"tired\"}")).contains("kind is one of");
        assertThat(send(faults, "DELETE", "")).contains("\"set\":[]");
        assertThat(send(simulator.url().resolve("/admin/calls"), "GET", "")).contains("ExecuteBillQuery");
    }

    private static HttpResponse<String> orders() {
        return caller.query("PRD_MO", "FBillNo,FQty,FCreateDate", "");
    }

    private static String page(String order, int startRow, int limit) {
        var text = new StringBuilder();
        caller.rows(Forms.PRODUCTION_ORDER, "FBillNo", "", order, startRow, limit)
                .forEach(row -> text.append(row.get(0).asString()).append(' '));
        return text.toString().strip();
    }

    private static String send(URI uri, String method, String body) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
