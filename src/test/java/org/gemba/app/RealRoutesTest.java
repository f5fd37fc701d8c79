package org.gemba.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gemba.web.Contract;
import org.gemba.web.Route;
import org.gemba.web.RouteTable;
import org.gemba.web.SocketRoute;
import org.gemba.web.openapi.OpenApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The routes of the whole program, every feature wired as it is when people use it, against its OpenAPI document and
/// against the five documents.
class RealRoutesTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    /// Open to the server, which finds the refresh token in a cookie and not in a header.
    private static final Set<String> BY_COOKIE = Set.of("inventory.post_auth_refresh", "inventory.post_auth_logout");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    @TempDir
    private static Path folder;

    private static Gemba gemba;
    private static List<Route> routes;
    private static List<SocketRoute> sockets;
    private static JsonNode document;

    @BeforeAll
    static void open() {
        gemba = Gemba.open(folder.resolve("data"), false, Clock.systemUTC(), name -> Optional.empty());
        routes = new RouteTable(gemba.routes()).routes();
        sockets = gemba.sockets();
        document = OpenApi.of(routes, sockets, "1");
    }

    @AfterAll
    static void close() {
        gemba.close();
    }

    @Test
    void everyRouteAndSocketIsInTheDocument() {
        for (var route : routes) {
            var operation = operation(route.method(), route.path());
            assertThat(operation.path("summary").asString("")).as(route.path()).isEqualTo(route.summary());
            assertThat(route.summary()).as(route.path()).isNotBlank();
        }
        for (var socket : sockets)
            assertThat(operation("get", socket.path()).has("x-websocket")).isTrue();
        int operations =
                document.get("paths").values().stream().mapToInt(JsonNode::size).sum();
        assertThat(operations).isEqualTo(routes.size() + sockets.size());
    }

    private static JsonNode operation(String method, String path) {
        return document.get("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    @Test
    void theDocumentIsLawful() {
        var ids = new HashSet<String>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    var operation = each.getValue();
                    var name = each.getKey() + " " + path.getKey();
                    assertThat(METHODS).as(name).contains(each.getKey());
                    assertThat(ids.add(operation.get("operationId").stringValue()))
                            .as(name)
                            .isTrue();
                    assertThat(operation.get("tags").size()).as(name).isEqualTo(1);
                    assertThat(parametersOfPath(operation)).as(name).isEqualTo(parametersOf(path.getKey()));
                    assertThat(operation.get("responses").size()).as(name).isPositive();
                    operation.get("responses").properties().forEach(answer -> {
                        assertThat(answer.getKey()).as(name).matches("[1-5]\\d\\d");
                        assertThat(answer.getValue().path("description").asString(""))
                                .as(name)
                                .isNotBlank();
                    });
                    boolean hasBody = operation.has("requestBody");
                    assertThat(hasBody && Set.of("get", "delete").contains(each.getKey()))
                            .as(name)
                            .isFalse();
                }));
    }

    private static Set<String> parametersOf(String path) {
        var names = new HashSet<String>();
        var match = PARAMETER.matcher(path);
        while (match.find()) names.add(match.group(1));
        return names;
    }

    private static Set<String> parametersOfPath(JsonNode operation) {
        var names = new HashSet<String>();
        for (var parameter : operation.path("parameters")) {
            if (parameter.get("in").stringValue().equals("path")) {
                assertThat(parameter.get("required").booleanValue()).isTrue();
                names.add(parameter.get("name").stringValue());
            }
        }
        return names;
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
    void everyRouteAnswersInTheFormOfItsPath() {
        for (var route : routes) {
            assertThat(RouteTable.family(route.path())).as(route.path()).isEqualTo(route.family());
        }
        for (var socket : sockets) {
            assertThat(RouteTable.family(socket.path())).as(socket.path()).isEqualTo(socket.family());
        }
    }

    /// The families whose documents are served in full.
    @ParameterizedTest
    @ValueSource(strings = {"mto", "kpi", "inventory"})
    void everyOperationOfTheDocumentIsServed(String family) {
        var faults = new ArrayList<String>();
        for (var operation : Contract.family(family)) {
            var served = routes.stream()
                    .filter(route -> route.method().equals(operation.method()) && same(route.path(), operation.path()))
                    .findFirst();
            if (served.isEmpty()) faults.add("not served: " + operation.method() + " " + operation.path());
            else if (served.get().open() && !operation.open() && !BY_COOKIE.contains(operation.id()))
                faults.add("open to strangers: " + operation.id());
        }
        assertThat(faults).isEmpty();
    }

    private static boolean same(String one, String other) {
        return template(one).equals(template(other));
    }

    private static String template(String path) {
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.replaceAll("\\{[^}]*}", "{}");
    }
}
