package org.gemba.web.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gemba.access.ApiFamily;
import org.gemba.web.Route;
import org.gemba.web.SocketRoute;
import org.gemba.web.dialect.Dialect;
import org.gemba.web.dialect.Problem;
import org.gemba.web.dialect.Problem.Kind;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One OpenAPI 3.1 document for all families, made from the routes themselves so that it cannot fall behind them.
public final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final Schemas schemas = new Schemas();

    private OpenApi() {}

    public static ObjectNode of(List<Route> routes, List<SocketRoute> sockets, String version) {
        return new OpenApi().document(routes, sockets, version);
    }

    private ObjectNode document(List<Route> routes, List<SocketRoute> sockets, String version) {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Gemba")
                .put("version", version)
                .put(
                        "description",
                        "Five REST APIs of one factory. Each family has its own envelope and errors; a token"
                                + " is good only for the families that it was issued for.");
        var tags = document.putArray("tags");
        var families = new TreeSet<ApiFamily>();
        routes.forEach(route -> families.add(route.family()));
        families.forEach(family -> tags.add(JSON.objectNode().put("name", tag(family))));
        var paths = document.putObject("paths");
        for (var route : routes) {
            paths.withObjectProperty(route.path()).set(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        for (var socket : sockets) paths.withObjectProperty(socket.path()).set("get", operation(socket));
        var components = document.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        var all = components.putObject("schemas");
        families.forEach(family -> all.set(tag(family) + ".Error", Envelopes.error(family)));
        schemas.components().forEach(all::set);
        return document;
    }

    private static String tag(ApiFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode operation(Route route) {
        var operation = JSON.objectNode().put("operationId", operationId(route)).put("summary", route.summary());
        operation.putArray("tags").add(tag(route.family()));
        if (!route.open()) operation.putArray("security").addObject().putArray("bearer");
        if (route.permission() != null) {
            operation.put("description", "Needs the right " + route.permission().value() + ".");
        }
        addParameters(route, operation);
        addBody(route, operation);
        addResponses(route, operation.putObject("responses"));
        return operation;
    }

    /// OpenAPI has no words for sockets; they are told as the request that opens one.
    private ObjectNode operation(SocketRoute socket) {
        var operation = JSON.objectNode()
                .put("operationId", "ws" + socket.path().replaceAll("[^A-Za-z0-9]+", "_"))
                .put("summary", socket.summary())
                .put("x-websocket", true);
        operation.putArray("tags").add(tag(socket.family()));
        boolean before = socket.login() == SocketRoute.Login.BEFORE;
        operation.put(
                "description",
                before
                        ? "A WebSocket. The token comes in the Authorization header or as the query's token."
                        : "A WebSocket. The token comes in the Authorization header or as the first message"
                                + " {\"type\": \"auth\", \"token\": \"...\"} within five seconds.");
        if (before) {
            operation
                    .putArray("parameters")
                    .add(parameter("token", "query", "string", false, "When there is no Authorization header"));
        }
        var responses = operation.putObject("responses");
        responses.putObject("101").put("description", "The connection is a WebSocket from here on");
        if (before) responses.putObject("401").put("description", words(Kind.UNAUTHENTICATED));
        responses.putObject("403").put("description", "The right is missing, or the page is from elsewhere");
        responses.putObject("429").put("description", "Too many open sockets");
        return operation;
    }

    private static String operationId(Route route) {
        return route.method().toLowerCase(Locale.ROOT)
                + route.path().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    }

    private static void addParameters(Route route, ObjectNode operation) {
        var parameters = JSON.arrayNode();
        var named = new TreeSet<String>();
        for (var each : route.parameters()) {
            named.add(each.name());
            parameters.add(parameter(each.name(), each.in(), each.type(), each.required(), each.description()));
        }
        var match = PARAMETER.matcher(route.path());
        while (match.find()) {
            if (named.add(match.group(1))) parameters.add(parameter(match.group(1), "path", "string", true, ""));
        }
        if (!parameters.isEmpty()) operation.set("parameters", parameters);
    }

    private static ObjectNode parameter(String name, String in, String type, boolean required, String description) {
        var parameter = JSON.objectNode().put("name", name).put("in", in).put("required", required);
        if (!description.isEmpty()) parameter.put("description", description);
        parameter.set("schema", Schemas.typed(type));
        return parameter;
    }

    private void addBody(Route route, ObjectNode operation) {
        if (route.body().type() == null) return;
        var schema = schemas.of(route.family(), route.body().type());
        var content = operation.putObject("requestBody").put("required", true).putObject("content");
        for (var type : types(route.body().content())) content.putObject(type).set("schema", schema);
    }

    private static List<String> types(Route.Content content) {
        return switch (content) {
            case NONE -> List.of();
            case JSON -> List.of("application/json");
            case FORM -> List.of("application/x-www-form-urlencoded");
            case FORM_OR_JSON -> List.of("application/json", "application/x-www-form-urlencoded");
            case MULTIPART -> List.of("multipart/form-data");
        };
    }

    private void addResponses(Route route, ObjectNode responses) {
        var given = route.success();
        var success = responses.putObject(Integer.toString(given.status())).put("description", words(given.status()));
        addHeaders(route, success);
        if (given.type() != null) {
            var body = schemas.of(route.family(), given.type());
            success.putObject("content")
                    .putObject("application/json")
                    .set("schema", Envelopes.success(route.family(), given.form(), body));
        } else if (given.media() != null) {
            success.putObject("content")
                    .putObject(given.media())
                    .set("schema", Schemas.typed("string").put("format", "binary"));
        }
        var dialect = Dialect.of(route.family());
        for (var kind : errors(route)) {
            boolean bad = kind == Kind.INVALID && route.body().faultsAreBad();
            int status = bad ? 400 : dialect.status(Problem.of(kind, ""));
            if (status == 200) continue;
            responses
                    .putObject(Integer.toString(status))
                    .put("description", words(kind))
                    .putObject("content")
                    .putObject("application/json")
                    .set("schema", Schemas.reference(tag(route.family()) + ".Error"));
        }
    }

    private static void addHeaders(Route route, ObjectNode success) {
        var headers = success.putObject("headers");
        header(headers, "X-Request-ID", "string", "Names this request in the log");
        if (route.path().startsWith("/api/")) header(headers, "X-API-Version", "string", "1");
        if (route.family() == ApiFamily.PLANNING) {
            header(headers, "X-RateLimit-Limit", "integer", "Requests an hour");
            header(headers, "X-RateLimit-Remaining", "integer", "Requests left in this window");
            header(headers, "X-RateLimit-Reset", "integer", "The end of this window, seconds since 1970");
        }
        if (route.family() == ApiFamily.MTO && route.success().form() == Route.Form.PAGE) {
            header(headers, "X-Total-Count", "integer", "How many there are in all");
        }
        for (var each : route.success().headers()) header(headers, each.name(), each.type(), each.description());
    }

    private static void header(ObjectNode headers, String name, String type, String description) {
        headers.putObject(name).put("description", description).set("schema", Schemas.typed(type));
    }

    private static String words(int status) {
        return switch (status) {
            case 201 -> "Made";
            case 202 -> "Begun";
            default -> "Success";
        };
    }

    private static Set<Kind> errors(Route route) {
        var kinds = new TreeSet<Kind>();
        if (!route.open()) kinds.add(Kind.UNAUTHENTICATED);
        if (route.permission() != null) kinds.add(Kind.FORBIDDEN);
        if (route.path().contains("{")) kinds.add(Kind.NOT_FOUND);
        if (route.body().type() != null
                || !route.parameters().isEmpty()
                || route.path().contains("{")) kinds.add(Kind.INVALID);
        if (route.body().type() != null) kinds.add(route.body().oversizeIsBad() ? Kind.MALFORMED : Kind.TOO_LARGE);
        boolean limited =
                route.limit() != null || route.family() == ApiFamily.KPI || route.family() == ApiFamily.PLANNING;
        if (limited && route.limit() != Route.Limit.NONE) kinds.add(Kind.RATE_LIMITED);
        return kinds;
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> "No token, or one that does not hold for this family";
            case FORBIDDEN -> "The right is missing";
            case NOT_FOUND -> "Not found";
            case INVALID -> "A field breaks its rule";
            case TOO_LARGE -> "The body is too large";
            case RATE_LIMITED -> "Too many requests; Retry-After says when to come back";
            default -> "Refused";
        };
    }
}
