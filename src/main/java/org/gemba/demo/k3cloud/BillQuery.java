package org.gemba.demo.k3cloud;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an ExecuteBillQuery asks.
record BillQuery(
        String formId, List<String> fieldKeys, String filter, String order, int topRowCount, int startRow, int limit) {
    private static final int DEFAULT_LIMIT = 2000;
    private static final int HIGHEST_LIMIT = 10_000;

    /// Reads the three envelopes: `data` as an object, `data` as text, `parameters` as text that holds a list.
    static BillQuery parse(JsonMapper json, JsonNode body) {
        var data = body.has("parameters") ? body.get("parameters") : body.path("data");
        if (data.isString()) data = json.readTree(data.stringValue());
        if (data.isArray()) data = data.path(0);
        if (data.isString()) data = json.readTree(data.stringValue());
        if (!data.isObject()) throw new QueryRefused(8, "参数错误: data");
        return new BillQuery(
                data.path("FormId").asString(""),
                Arrays.stream(data.path("FieldKeys").asString("").split(",", -1))
                        .map(String::strip)
                        .toList(),
                filter(data.path("FilterString")),
                data.path("OrderString").asString(""),
                data.path("TopRowCount").asInt(0),
                Math.max(0, data.path("StartRow").asInt(0)),
                limit(data.path("Limit").asInt(0)));
    }

    private static String filter(JsonNode node) {
        if (!node.isArray() && !node.isNull()) return node.asString("");
        if (node.isEmpty()) return "";
        throw new QueryRefused(8, "参数错误: FilterString");
    }

    private static int limit(int asked) {
        return asked <= 0 ? DEFAULT_LIMIT : Math.min(asked, HIGHEST_LIMIT);
    }
}
