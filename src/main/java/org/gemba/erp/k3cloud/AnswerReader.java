package org.gemba.erp.k3cloud;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gemba.erp.k3cloud.ErpFailure.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Reads the body of a bill query: rows of values, or one of the shapes in which the ERP says that something is wrong.
final class AnswerReader {
    private static final int SHOWN = 200;

    private final JsonMapper json = JsonMapper.builder().build();

    /// @return rows of `String`, `BigDecimal`, `Boolean` and null, each as wide as asked
    /// @throws ErpFailure for everything else
    List<@Nullable Object[]> rows(byte[] body, String form, int width) {
        var beginning = beginning(body);
        if (beginning.startsWith("response_error") || beginning.startsWith("\"response_error")) {
            throw ErpErrors.of(form, beginning, 0);
        }
        if (beginning.startsWith("<")) throw garbled(form, "an HTML page came", null);
        if (beginning.isEmpty()) throw garbled(form, "the answer is empty", null);
        try (var parser = json.createParser(body)) {
            return rows(parser, body, form, width);
        } catch (JacksonException e) {
            throw garbled(form, "the answer is cut off or no JSON", e);
        }
    }

    private List<@Nullable Object[]> rows(JsonParser parser, byte[] body, String form, int width) {
        var rows = new ArrayList<@Nullable Object[]>();
        var token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) throw ErpErrors.in(json, body, form);
        if (token != JsonToken.START_ARRAY) throw garbled(form, "the answer is no list of rows", null);
        for (token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) throw ErpErrors.in(json, body, form);
            if (token != JsonToken.START_ARRAY) throw garbled(form, "a row is no list of values", null);
            rows.add(row(parser, body, form, width));
        }
        if (parser.nextToken() != null) throw garbled(form, "something follows the rows", null);
        return rows;
    }

    private @Nullable Object[] row(JsonParser parser, byte[] body, String form, int width) {
        var row = new @Nullable Object[width];
        int count = 0;
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken(), count++) {
            if (token == JsonToken.START_OBJECT && count == 0) throw ErpErrors.in(json, body, form);
            var value = value(parser, token, form);
            if (count < width) row[count] = value;
        }
        if (count != width) {
            throw garbled(form, "a row has " + count + " values where " + width + " were asked for", null);
        }
        return row;
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token, String form) {
        return switch (token) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null -> throw garbled(form, "the answer is cut off", null);
            default -> throw garbled(form, "a value is of no kind that a field can have", null);
        };
    }

    private static String beginning(byte[] body) {
        var text = new String(body, 0, Math.min(body.length, SHOWN * 3), StandardCharsets.UTF_8).strip();
        if (text.startsWith("\uFEFF")) text = text.substring(1).strip();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    static ErpFailure garbled(String form, String how, @Nullable Throwable cause) {
        return new ErpFailure(Kind.GARBLED, "The ERP did not answer sensibly about " + form + ": " + how + ".", cause);
    }
}
