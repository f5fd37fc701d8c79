package org.gemba.erp.k3cloud;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a query came back with: a bare array of arrays, or a failure that arrives with status 200, bare, wrapped
/// once or wrapped twice.
final class Reply {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SDK_ERROR = "response_error:";

    private Reply() {}

    /// @param width how many fields were asked for
    /// @throws ErpRefusal when the ERP says no
    /// @throws BadAnswer when it is nothing that a K3Cloud says
    static List<Row> rows(String body, int width) {
        var text = body.strip();
        if (text.startsWith(SDK_ERROR)) {
            throw new ErpRefusal(text.substring(SDK_ERROR.length()).strip());
        }
        if (text.startsWith("<")) throw new BadAnswer("answered a web page instead of data");
        if (text.startsWith("{")) throw refusal(text);
        if (!text.startsWith("[")) throw new BadAnswer("answered something that is no data");
        try (var parser = JSON.createParser(text)) {
            return array(parser, width, text);
        } catch (JacksonException e) {
            throw new BadAnswer("sent half an answer, or one that is no JSON");
        }
    }

    private static List<Row> array(JsonParser parser, int width, String text) {
        var rows = new ArrayList<Row>();
        parser.nextToken();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) throw refusal(text);
            if (token != JsonToken.START_ARRAY) throw new BadAnswer("sent a row that is no row");
            var row = row(parser, width, text);
            if (row != null) rows.add(row);
        }
        if (parser.nextToken() != null) throw new BadAnswer("sent more than one answer");
        return rows;
    }

    private static @Nullable Row row(JsonParser parser, int width, String text) {
        var cells = new @Nullable String[width];
        int count = 0;
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) throw refusal(text);
            if (token == null || token == JsonToken.START_ARRAY) throw new BadAnswer("sent a row that is no row");
            if (count == width) throw new BadAnswer("sent more columns than it was asked for");
            cells[count++] = token == JsonToken.VALUE_NULL ? null : parser.getString();
        }
        if (count != width) throw new BadAnswer("sent " + count + " columns where " + width + " were asked for");
        return new Row(cells);
    }

    private static RuntimeException refusal(String text) {
        try {
            var node = JSON.readTree(text);
            while (node.isArray() && !node.isEmpty()) node = node.get(0);
            var result = node.path("Result");
            var status = result.path("ResponseStatus");
            if (status.isMissingNode()) return new BadAnswer("answered an object that is no result");
            var words = new ArrayList<String>();
            for (var error : status.path("Errors"))
                words.add(error.path("Message").asString(""));
            words.removeIf(String::isBlank);
            return new ErpRefusal(words.isEmpty() ? "code " + code(result, status) : String.join("; ", words));
        } catch (JacksonException e) {
            return new BadAnswer("sent half an answer, or one that is no JSON");
        }
    }

    private static String code(JsonNode result, JsonNode status) {
        var code = status.has("MsgCode") ? status.get("MsgCode") : result.path("MsgCode");
        return code.asString("unknown");
    }
}
