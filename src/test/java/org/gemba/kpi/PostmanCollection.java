package org.gemba.kpi;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A Postman collection (v2.1) of the operations of an OpenAPI document, in folders by the first part of their path,
/// with the address and the token as variables.
final class PostmanCollection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PREFIX = "/api/v1/";

    private PostmanCollection() {}

    static String of(JsonNode openApi) {
        var collection = JSON.objectNode();
        collection
                .putObject("info")
                .put("name", "Gemba KPI")
                .put("schema", "https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        var bearer = collection.putObject("auth").put("type", "bearer").putArray("bearer");
        bearer.addObject().put("key", "token").put("value", "{{token}}").put("type", "string");
        var variables = collection.putArray("variable");
        variables.addObject().put("key", "baseUrl").put("value", "http://127.0.0.1:8080");
        variables.addObject().put("key", "token").put("value", "");
        folders(openApi, collection.putArray("item"));
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(collection) + "\n";
    }

    private static void folders(JsonNode openApi, ArrayNode items) {
        var folders = new TreeMap<String, ArrayNode>();
        var paths = new TreeMap<String, JsonNode>();
        openApi.get("paths").properties().forEach(path -> paths.put(path.getKey(), path.getValue()));
        paths.forEach((path, operations) -> {
            var folder = path.substring(PREFIX.length()).split("/", 2)[0];
            var list = folders.computeIfAbsent(folder, name -> JSON.arrayNode());
            for (var method : List.of("get", "post", "put", "delete")) {
                if (operations.has(method)) list.add(item(path, method, operations.get(method)));
            }
        });
        folders.forEach((name, list) -> items.addObject().put("name", name).set("item", list));
    }

    private static ObjectNode item(String path, String method, JsonNode operation) {
        var item = JSON.objectNode().put("name", operation.path("summary").asString(path));
        var request = item.putObject("request").put("method", method.toUpperCase(Locale.ROOT));
        var address = request.putObject("url");
        var postman = path.replaceAll("\\{([^}]+)}", ":$1");
        address.put("raw", "{{baseUrl}}" + postman);
        address.putArray("host").add("{{baseUrl}}");
        var parts = address.putArray("path");
        for (var part : postman.substring(1).split("/", -1)) parts.add(part);
        parameters(operation, address);
        if (operation.has("requestBody") && operation.at("/requestBody/content").has("application/json")) {
            request.putArray("header").addObject().put("key", "Content-Type").put("value", "application/json");
            request.putObject("body").put("mode", "raw").put("raw", "{}");
        }
        return item;
    }

    private static void parameters(JsonNode operation, ObjectNode address) {
        var query = JSON.arrayNode();
        for (var parameter : operation.path("parameters").values()) {
            if (!parameter.path("in").asString("").equals("query")) continue;
            query.addObject()
                    .put("key", parameter.get("name").stringValue())
                    .put("value", "")
                    .put("description", parameter.path("description").asString(""))
                    .put("disabled", !parameter.path("required").asBoolean(false));
        }
        if (!query.isEmpty()) address.set("query", query);
    }
}
