package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DocumentTest {
    record Line(String code, java.math.BigDecimal quantity) {}

    record Order(String orderNo, List<Line> lines, @Nullable Line first, java.time.Instant queryTime) {}

    private static final List<Route> ROUTES = List.of(
            Route.get(ApiFamily.MTO, "/api/mto/{mto_number}", "One")
                    .needs(Permission.MTO_READ)
                    .perMinute(30)
                    .query("use_cache", "boolean", "From the cache")
                    .answers(Order.class)
                    .handle(call -> "x"),
            Route.post(ApiFamily.PLANNING, "/api/products", "Add")
                    .takes(Line.class)
                    .answersPage(Order.class)
                    .handle(call -> "x"),
            Route.get(ApiFamily.INVENTORY, "/parts", "Parts")
                    .answersList(Line.class)
                    .handle(call -> "x"),
            Route.get(ApiFamily.MTO, "/health", "Alive").open().handle(call -> "x"));

    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = TestServer.of(ROUTES);
        document = server.get("/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsInTheDocument() {
        for (var route : ROUTES) {
            var operation =
                    document.get("paths").get(route.path()).get(route.method().toLowerCase());
            assertThat(operation.get("summary").stringValue()).isEqualTo(route.summary());
            assertThat(operation.has("security")).isEqualTo(!route.open());
        }
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryNameIsLawful() {
        var references = new ArrayList<String>();
        collect(document, references);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        assertThat(document.at("/components/schemas").propertyNames())
                .allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.isObject() && node.has("$ref")) references.add(node.get("$ref").stringValue());
        node.values().forEach(child -> collect(child, references));
    }

    @Test
    void schemasFollowTheRulesOfTheWire() {
        var order = document.at("/components/schemas/mto.Order");
        assertThat(order.at("/required").toString()).isEqualTo("[\"order_no\",\"lines\",\"query_time\"]");
        assertThat(order.at("/properties/first").has("anyOf")).isTrue();
        var responses =
                document.at("/paths/~1api~1mto~1{mto_number}/get/responses").propertyNames();
        assertThat(responses).contains("200", "401", "403", "404", "422", "429");
        assertThat(document.at("/paths/~1api~1mto~1{mto_number}/get/parameters").size())
                .isEqualTo(2);
    }

    @Test
    void thePagesComeFromHereAloneAndInBothLanguages() {
        var docs = server.get("/docs");
        assertThat(docs.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(docs.text()).doesNotContain("http://", "https://", "//unpkg");
        assertThat(server.get("/ui/docs/swagger-ui-bundle.js").status()).isEqualTo(200);
        assertThat(server.get("/ui/docs/..%2f..%2fx").status()).isIn(400, 404);
        assertThat(server.get("/ui/docs/package.json").status()).isEqualTo(404);
        assertThat(server.get("/").text()).contains("Gemba is running", "/openapi.json");
        var chinese = server.send(java.net.http.HttpRequest.newBuilder(server.uri("/"))
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8"));
        assertThat(chinese.text()).contains("正在运行").doesNotContain("⟨");
    }
}
