package org.gemba.demo.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LlmSimulatorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDER = """
            MTO AK2510034, customer Blue Lagoon Divers Ltd.
            - 07.01.001 双镜片潜水面镜 入库完成率 80%
            - 03.01.001 彩盒 入库完成率 100%
            - 02.01.001 快调扣具 入库完成率 100%, 超领量 288
            """;
    private static final String SCHEMA = """
            Answer with one SELECT in a ```sql fence. Tables:
            cached_production_orders(mto_number, bill_no, material_code, material_name, workshop, qty)
            cached_material_picking(mto_number, material_code, app_qty, actual_qty)
            """;
    private static LlmSimulator simulator;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        simulator = LlmSimulator.start("right-key");
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        http.close();
        simulator.close();
    }

    @Test
    void anOrderIsSummedUpFromTheContext() throws Exception {
        assertThat(said(ORDER, "How is it going?"))
                .startsWith("AK2510034: 2 lines are complete, 1 are not.")
                .contains("07.01.001")
                .contains("Over-picked:")
                .contains("288");
        assertThat(said(ORDER, "进度如何？")).startsWith("AK2510034：2 项已完成，1 项未完成。").contains("注意超领");
        assertThat(said("You are an assistant.", "hello")).contains("look an MTO number up first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            哪些物料超领最多？             | cached_material_picking
            Which orders are over-picked? | cached_material_picking
            各车间有多少生产订单？         | workshop
            Show me AK2510034             | 'AK2510034'
            """)
    void aKnownQuestionBecomesOneFencedSelect(String question, String part) throws Exception {
        var answer = said(SCHEMA, question);
        assertThat(answer).startsWith("```sql\nSELECT").endsWith("\n```").doesNotContain(";");
        assertThat(answer.replace('\'', '"')).contains(part.replace('\'', '"'));
    }

    @Test
    void sqlIsWrittenOverTheGivenSchemaOnly() throws Exception {
        assertThat(said(SCHEMA.replace("app_qty", "applied").replace("actual_qty", "issued"), "超领？"))
                .contains("HAVING SUM(issued) > SUM(applied)");
        assertThat(said(SCHEMA, "Which customers buy most?"))
                .doesNotContain("```")
                .contains("a few kinds of question");
    }

    @Test
    void aTableIsSummedUp() throws Exception {
        var table = "SELECT was run:\n| MTO单号 | 数量 |\n| --- | --- |\n| AK2510034 | 2400 |\n| AK2510035 | 1200 |";
        assertThat(said("", table)).startsWith("共 2 行结果。").contains("AK2510034").contains("1200");
        assertThat(said("", "SELECT\n| mto | n |\n|---|---|")).contains("no rows");
    }

    @Test
    void aStreamIsTheSameTextInPieces() throws Exception {
        var answer = post("right-key", true, ORDER, "进度如何？");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        var events = answer.body().split("\n\n", -1);
        assertThat(events[events.length - 2]).isEqualTo("data: [DONE]");
        var text = new StringBuilder();
        for (var event : List.of(events).subList(0, events.length - 2))
            text.append(JSON.readTree(event.substring(6))
                    .path("choices")
                    .path(0)
                    .path("delta")
                    .path("content")
                    .asString(""));
        assertThat(text.toString()).isEqualTo(said(ORDER, "进度如何？"));
        assertThat(events.length).isGreaterThan(4);
    }

    @Test
    void itMisbehavesOnCommandAndOnlyOnce() throws Exception {
        simulator.next(new Behaviour.Say("DROP TABLE users"));
        simulator.next(new Behaviour.Fail(429, "Rate limit reached"));
        simulator.next(new Behaviour.Fail(500, "Internal"));
        simulator.next(new Behaviour.Garbage());
        simulator.next(new Behaviour.BreakOff(2));
        assertThat(said(SCHEMA, "超领")).isEqualTo("DROP TABLE users");
        var limited = post("right-key", true, ORDER, "?");
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).isPresent();
        assertThat(post("right-key", false, ORDER, "?").statusCode()).isEqualTo(500);
        assertThat(post("right-key", false, ORDER, "?").body()).startsWith("<html>");
        assertThat(post("right-key", true, ORDER, "?").body())
                .contains("content")
                .doesNotContain("[DONE]");
        assertThat(said(ORDER, "?")).startsWith("AK2510034");
    }

    @Test
    void aWrongKeyIsRefusedAndRequestsAreKept() throws Exception {
        var refused = post("wrong-key", false, ORDER, "?");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("authentication_error");
        said(ORDER, "kept?");
        assertThat(simulator.requests().getLast().messages().getLast().content())
                .isEqualTo("kept?");
    }

    private static String said(String system, String question) throws IOException, InterruptedException {
        var body = JSON.readTree(post("right-key", false, system, question).body());
        return body.path("choices").path(0).path("message").path("content").asString("");
    }

    private static HttpResponse<String> post(String key, boolean stream, String system, String question)
            throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of(
                "model",
                "demo",
                "stream",
                stream,
                "messages",
                List.of(Map.of("role", "system", "content", system), Map.of("role", "user", "content", question))));
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + "/chat/completions"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
