package org.gemba.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gemba.access.ApiFamily;
import org.gemba.platform.error.AppError;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a body into a record: first as a tree, which is compared with the record's shape so that every fault of kind
/// or presence is told at once, then as the record.
public final class BodyReader {
    private final JsonMapper mapper;
    private final Shape shape;

    /// MTO takes what its pydantic took, `"30"` for 30 and `"true"` for true; the others take no disguised values.
    public BodyReader(ApiFamily family, JsonMapper mapper) {
        this.mapper = mapper;
        this.shape = new Shape(family, family == ApiFamily.MTO);
    }

    /// @throws AppError.InvalidInput naming every fault; for what is no JSON a single one of the kind `json`
    public <T> T read(byte[] body, Class<T> type) {
        var tree = tree(body);
        if (type == JsonNode.class) {
            var faults = new ArrayList<FieldError>();
            Shape.checkTexts(tree, "", faults);
            if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
            return type.cast(tree);
        }
        var faults = shape.faults(tree, type);
        if (!faults.isEmpty()) throw new AppError.InvalidInput(faults);
        try {
            return mapper.treeToValue(tree, type);
        } catch (JacksonException e) {
            throw unbound(e);
        }
    }

    /// The names of the body's outermost object; none when it is no object.
    public Set<String> names(byte[] body) {
        return tree(body).properties().stream().map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
    }

    private JsonNode tree(byte[] body) {
        try {
            var text = text(body);
            if (text.isBlank()) throw new AppError.InvalidInput(FieldError.body("", null, new Rule.Required()));
            return mapper.readTree(text);
        } catch (StreamReadException e) {
            throw noJson(
                    e.getLocation() == null
                            ? ""
                            : " at character " + e.getLocation().getCharOffset());
        } catch (CharacterCodingException e) {
            throw noJson("");
        } catch (JacksonException e) {
            throw noJson("");
        }
    }

    private static String text(byte[] body) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(body))
                .toString();
        // Some Windows clients begin with a byte order mark.
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static AppError noJson(String where) {
        return new AppError.InvalidInput(
                FieldError.body("", where.isEmpty() ? null : "not readable" + where, new Rule.WrongType("json")));
    }

    /// What the shape let through and the record itself refused.
    private static RuntimeException unbound(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AppError own) return own;
        }
        return new AppError.InvalidInput(
                List.of(FieldError.body(path(failure), null, new Rule.Broken("has a value that is not accepted"))));
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }
}
