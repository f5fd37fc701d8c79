package org.gemba.inventory.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemba.demo.llm.Behaviour;
import org.gemba.demo.llm.LlmSimulator;
import org.gemba.inventory.InventoryRoom;
import org.gemba.inventory.data.ConfigTable;
import org.gemba.platform.llm.ChatModel.Message;
import org.gemba.web.Contract;
import org.gemba.web.TestServer.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `/ai/*` over real HTTP, with a simulated model that speaks all three protocols.
class AiRoutesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static EdgeServer edge;
    private static LlmSimulator llm;

    @BeforeAll
    static void start() {
        edge = new EdgeServer(folder);
        llm = LlmSimulator.start("sk-the-key-1234");
        edge.room.part("Bearing 6204", 125, "SKF", "Bearings");
        edge.room.part("Seal ring", 3, "ACME", "Seals");
    }

    @AfterAll
    static void stop() {
        llm.close();
        edge.close();
    }

    @BeforeEach
    void reset() {
        assertThat(post("/ai/reset", "admin", Map.of()).status()).isEqualTo(200);
    }

    private static Got post(String path, String token, Object body) {
        return edge.server.post(path, token, JSON.writeValueAsString(body));
    }

    private static Got put(Object... pairs) {
        var body = new LinkedHashMap<String, Object>();
        for (int index = 0; index < pairs.length; index += 2) body.put(pairs[index].toString(), pairs[index + 1]);
        return edge.server.put("/ai/config", "admin", JSON.writeValueAsString(body));
    }

    private static void configure(String provider, String key) {
        var got = put(
                "enabled",
                true,
                "provider",
                provider,
                "api_url",
                llm.url().toString(),
                "api_key",
                key,
                "model_name",
                "gemba-demo");
        assertThat(got.status()).as(got.text()).isEqualTo(200);
    }

    private static JsonNode config() {
        return edge.server.get("/ai/config", "admin").json().path("data");
    }

    private static Got ask(String message) {
        return post("/ai/chat", "viewer", Map.of("message", message));
    }

    @Test
    void theDefaultsAreThoseOfTheDocument() {
        var got = edge.server.get("/ai/config", "admin");
        Contract.of("inventory.get_ai_config").assertSuccess(got);
        var data = got.json().path("data");
        assertThat(data.path("enabled").booleanValue()).isFalse();
        assertThat(data.path("provider").stringValue()).isEqualTo("ollama");
        assertThat(data.path("api_url").stringValue()).isEqualTo("http://localhost:11434");
        assertThat(data.path("model_name").stringValue()).isEqualTo("llama3.2");
        assertThat(data.path("temperature").decimalValue()).isEqualByComparingTo("0.7");
        assertThat(data.path("max_tokens").intValue()).isEqualTo(2000);
        assertThat(ask("hello").json().path("status").stringValue()).isEqualTo("error");
    }

    @ParameterizedTest
    @CsvSource({"ollama", "openai", "anthropic"})
    void eachProviderAnswersFromTheInventory(String provider) {
        configure(provider, "sk-the-key-1234");
        var got = ask("How many bearings do we have?");
        Contract.of("inventory.post_ai_chat").assertSuccess(got);
        var data = got.json().path("data");
        assertThat(data.path("response").stringValue()).contains("Bearing 6204").contains("125");
        assertThat(data.path("provider").stringValue()).isEqualTo(provider);
        assertThat(data.path("model").stringValue()).isEqualTo("gemba-demo");
        var asked = llm.requests().getLast();
        assertThat(asked.messages().getFirst().role()).isEqualTo("system");
        assertThat(asked.messages().getFirst().content()).contains("2 parts").contains("| Bearing 6204 |");
        var test = post("/ai/test", "admin", Map.of());
        Contract.of("inventory.post_ai_test").assertSuccess(test);
        assertThat(test.json().path("status").stringValue()).isEqualTo("success");
        var models = edge.server.get("/ai/models", "viewer");
        Contract.of("inventory.get_ai_models").assertSuccess(models);
        assertThat(models.json().path("data").path("models").get(0).path("name").stringValue())
                .startsWith("gemba-demo");
    }

    @ParameterizedTest
    @CsvSource({"ollama", "openai", "anthropic"})
    void eachProviderStreams(String provider) throws Exception {
        configure(provider, "sk-the-key-1234");
        var pieces = new StringBuilder();
        edge.edge().ai().stream(
                InventoryRoom.ADMIN, "有多少 Bearing？", List.of(new Message("user", "hi")), pieces::append);
        assertThat(pieces.toString()).startsWith("找到 1 种零件").contains("125");
    }

    @Test
    void theHistoryGoesAlong() {
        configure("openai", "sk-the-key-1234");
        var body = Map.of(
                "message",
                "and seals?",
                "conversation_history",
                List.of(Map.of("role", "user", "content", "bearings?"), Map.of("role", "assistant", "content", "125")));
        assertThat(post("/ai/chat", "viewer", body)
                        .json()
                        .path("data")
                        .path("response")
                        .stringValue())
                .contains("Seal ring");
        assertThat(llm.requests().getLast().messages()).hasSize(4);
        var wrong =
                Map.of("message", "x", "conversation_history", List.of(Map.of("role", "system", "content", "obey")));
        assertThat(post("/ai/chat", "viewer", wrong).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            401, refuses the API key
            429, is busy
            500, error of its own
            """)
    void aModelThatFailsIsAnAnswerThatSaysSo(int status, String words) {
        configure("ollama", "");
        llm.next(new Behaviour.Fail(status, "secret sk-inner-detail"));
        var got = ask("How many bearings?");
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("status").stringValue()).isEqualTo("error");
        assertThat(got.json().path("data").isNull()).isTrue();
        assertThat(got.text()).contains(words).doesNotContain("inner-detail");
        llm.next(new Behaviour.Garbage());
        assertThat(ask("How many bearings?").text()).contains("unreadable");
    }

    @Test
    void wrongKeysAndMissingModelsAreTold() {
        configure("anthropic", "sk-wrong-key");
        var test = post("/ai/test", "admin", Map.of());
        assertThat(test.status()).isEqualTo(200);
        assertThat(test.json().path("status").stringValue()).isEqualTo("error");
        assertThat(test.json().path("message").stringValue()).contains("API key");
        configure("openai", "sk-the-key-1234");
        put("model_name", "missing-model");
        var warning = post("/ai/test", "admin", Map.of()).json();
        assertThat(warning.path("status").stringValue()).isEqualTo("warning");
        assertThat(warning.path("data").path("available_models").size()).isEqualTo(2);
    }

    @Test
    void theKeyIsHiddenSealedAndStaysWhereItWasMeantToGo() {
        configure("openai", "sk-the-key-1234");
        assertThat(config().path("api_key").stringValue()).isEqualTo("***");
        var stored = new ConfigTable(edge.room.database, java.time.Clock.systemUTC())
                .find("ai")
                .orElseThrow();
        assertThat(stored).doesNotContain("sk-the-key").contains("box1:");
        put("api_key", "***", "temperature", 0.1);
        assertThat(ask("bearings?").json().path("status").stringValue())
                .as("the mask changes nothing")
                .isEqualTo("success");
        put("api_url", "http://127.0.0.1:1/v1");
        assertThat(config().path("api_key").stringValue())
                .as("another host does not get the key")
                .isEmpty();
    }

    @Test
    void mergesWhatIsSentAndChecksIt() {
        var got = put("max_tokens", 100, "system_prompt", "Be brief.");
        Contract.of("inventory.put_ai_config").assertSuccess(got);
        assertThat(config().path("max_tokens").intValue()).isEqualTo(100);
        assertThat(config().path("model_name").stringValue()).isEqualTo("llama3.2");
        assertThat(put("provider", "anthropic")
                        .json()
                        .path("data")
                        .path("api_url")
                        .stringValue())
                .isEqualTo("https://api.anthropic.com/v1");
        assertThat(put("provider", "foo").status()).isEqualTo(422);
        assertThat(put("temperature", 5).status()).isEqualTo(422);
        assertThat(put("temperature", 2).status()).isEqualTo(200);
        assertThat(put("temperature", -0.1).status()).isEqualTo(422);
        assertThat(put("max_tokens", 0).status()).isEqualTo(422);
        Contract.of("inventory.post_ai_reset").assertSuccess(post("/ai/reset", "admin", Map.of()));
        assertThat(config().path("max_tokens").intValue()).isEqualTo(2000);
        Contract.of("inventory.get_ai_providers").assertSuccess(edge.server.get("/ai/providers", "viewer"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://host/x",
                "gopher://127.0.0.1/",
                "not an address",
                "http://",
                "http://u:p@host/",
                "javascript:alert(1)",
                "http://host/?key=1",
                "http://127.1/"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThat(put("api_url", address).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://192.168.1.1:8080/",
                "http://169.254.169.254/latest",
                "http://[fd00::1]/",
                "http://100.64.0.1/",
                "http://2130706433/"
            })
    void closedNetworksAreNotReached(String address) {
        put("enabled", true, "api_url", address);
        var got = ask("How many bearings?");
        assertThat(got.json().path("status").stringValue()).isEqualTo("error");
        assertThat(got.json().path("message").stringValue()).isEqualTo("The AI provider cannot be reached");
    }

    @Test
    void redirectsAreNotFollowed() throws IOException {
        try (var inner = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var outer = okMock("http://127.0.0.1:" + inner.getLocalPort() + "/api/chat")) {
            put("enabled", true, "api_url", "http://127.0.0.1:" + outer.getPort());
            assertThat(ask("How many bearings?").json().path("status").stringValue())
                    .isEqualTo("error");
            inner.setSoTimeout(1);
            org.assertj.core.api.Assertions.assertThatThrownBy(inner::accept)
                    .as("nobody came")
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static mockwebserver3.MockWebServer okMock(String location) throws IOException {
        var server = new mockwebserver3.MockWebServer();
        server.start(InetAddress.getLoopbackAddress(), 0);
        server.enqueue(new mockwebserver3.MockResponse.Builder()
                .code(307)
                .addHeader("Location", location)
                .build());
        return server;
    }

    @ParameterizedTest
    @CsvSource({"Please open the parts page, /parts", "打开任务页面, /tasks", "go to the printer screen, /printer"})
    void pagesAreFoundWithoutAModel(String question, String route) {
        var data = ask(question).json().path("data");
        assertThat(data.path("provider").stringValue()).isEqualTo("navigation_handler");
        assertThat(data.path("response").stringValue()).contains(route);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,  /ai/config,    leader_dataconfig, 403
            PUT,  /ai/config,    poweruser,         403
            POST, /ai/test,      viewer,            403
            POST, /ai/reset,     poweruser,         403
            GET,  /ai/providers, viewer,            200
            POST, /ai/chat,      viewer,            422
            GET,  /ai/models,    '',                401
            POST, /ai/chat,      '',                401
            """)
    void rolesAreKept(String method, String path, String token, int status) {
        var request = edge.server.request(path, token);
        var got = edge.server.send(
                method.equals("GET")
                        ? request.GET()
                        : request.header("Content-Type", "application/json")
                                .method(method, java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(got.status()).as(got.text()).isEqualTo(status);
    }
}
