package org.gemba.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.gemba.web.TestServer.Got;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The documents in machine form: which fields, types, headers and error shapes each operation answers with. Tests of
/// routes hand it what came back: `Contract.of("mto.get_api_search").assertSuccess(got)`.
public final class Contract {
    private static final JsonNode ALL = load();

    private final JsonNode entry;

    private Contract(JsonNode entry) {
        this.entry = entry;
    }

    private static JsonNode load() {
        try (var in = Contract.class.getResourceAsStream("/contract/contract.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The operation with this id, for example `mto.get_api_sync_status`.
    public static Contract of(String id) {
        return entries()
                .filter(entry -> entry.get("id").stringValue().equals(id))
                .map(Contract::new)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + id));
    }

    /// All operations of a family, for example `mto`.
    public static List<Contract> family(String family) {
        return entries()
                .filter(entry -> entry.get("family").stringValue().equals(family))
                .map(Contract::new)
                .toList();
    }

    private static Stream<JsonNode> entries() {
        return ALL.get("endpoints").values().stream();
    }

    public String id() {
        return entry.get("id").stringValue();
    }

    public String method() {
        return entry.get("method").stringValue();
    }

    /// With parameters in braces.
    public String path() {
        return entry.get("path").stringValue();
    }

    public boolean open() {
        return entry.get("auth").stringValue().equals("none");
    }

    /// The fields that the body must have, for tests that leave one out.
    public List<String> requiredBodyFields() {
        return entry.at("/request/body").values().stream()
                .filter(field -> field.path("required").asBoolean(false))
                .map(field -> field.get("name").stringValue())
                .filter(name -> !name.contains("[") && !name.contains("."))
                .toList();
    }

    /// Status, content type, headers and, for JSON, every documented field with its type. Fields beyond the document
    /// are allowed.
    public void assertSuccess(Got got) {
        var response = entry.get("response");
        assertThat(got.status())
                .as("%s: %s", id(), got.text())
                .isEqualTo(response.get("status").intValue());
        var type = response.get("content_type").stringValue();
        if (!type.contains("*")) {
            assertThat(got.header("Content-Type").orElse("")).as(id()).startsWith(mediaType(type));
        }
        assertHeaders(got, response);
        if (type.startsWith("application/json")) {
            assertThat(faults(got.json(), response.get("fields")))
                    .as("%s: %s", id(), got.text())
                    .isEmpty();
        }
    }

    private static String mediaType(String contentType) {
        int end = contentType.indexOf(';');
        return end < 0 ? contentType : contentType.substring(0, end);
    }

    private void assertHeaders(Got got, JsonNode response) {
        for (var header : response.path("headers").values()) {
            var name = header.get("name").stringValue();
            assertThat(got.header(name)).as("%s: header %s", id(), name).isPresent();
            if (header.has("value") && !name.equals("Content-Disposition") && !name.equals("Set-Cookie")) {
                assertThat(got.header(name))
                        .as(id())
                        .contains(header.get("value").stringValue());
            }
            if (header.path("type").asString("").equals("integer")) {
                assertThat(got.header(name).orElseThrow()).as(id()).matches("[0-9]+");
            }
        }
    }

    /// One of the operation's documented errors: status and the shape of the body. A text that the document prints
    /// must be the same, placeholders match anything.
    public void assertError(Got got, int status, String code) {
        var error = entry.get("errors").values().stream()
                .filter(each -> each.get("status").intValue() == status
                        && each.path("code").asString("").equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id() + " documents no " + status + " " + code));
        assertThat(got.status()).as("%s: %s", id(), got.text()).isEqualTo(status);
        var faults = new ArrayList<String>();
        compare(got.json(), error.get("shape"), "", faults);
        assertThat(faults).as("%s: %s", id(), got.text()).isEmpty();
        if (status == 429) assertThat(got.header("Retry-After").orElse("")).matches("[1-9][0-9]*");
        if (status == 401) assertThat(got.header("WWW-Authenticate")).contains("Bearer");
    }

    private static void compare(JsonNode actual, JsonNode shape, String path, List<String> faults) {
        if (shape.isObject()) {
            if (!actual.isObject()) faults.add(path + " is no object");
            else
                shape.properties()
                        .forEach(field -> compareField(actual, field.getKey(), field.getValue(), path, faults));
        } else if (shape.isArray()) {
            if (!actual.isArray()) faults.add(path + " is no array");
            else if (!shape.isEmpty() && shape.get(0).isObject()) {
                actual.values().forEach(each -> compare(each, shape.get(0), path + "[]", faults));
            }
        } else if (shape.isString()) {
            compareText(actual, shape.stringValue(), path, faults);
        } else if (shape.isBoolean() && !actual.equals(shape)) {
            faults.add(path + " is not " + shape);
        }
    }

    private static void compareField(JsonNode actual, String name, JsonNode shape, String path, List<String> faults) {
        boolean optional = shape.isString() && shape.stringValue().contains("(optional)");
        if (!actual.has(name)) {
            if (!optional) faults.add(path + "." + name + " is missing");
        } else if (!optional) {
            compare(actual.get(name), shape, path + "." + name, faults);
        }
    }

    private static void compareText(JsonNode actual, String shape, String path, List<String> faults) {
        switch (shape) {
            case "any" -> {}
            case "number(ms)" -> {
                if (!actual.isIntegralNumber()) faults.add(path + " is no number of milliseconds");
            }
            case "datetime Z" -> {
                if (!actual.asString("").matches("[0-9-]{10}T[0-9:]{8}Z")) faults.add(path + " is no time in UTC");
            }
            default -> compareWords(actual, shape, path, faults);
        }
    }

    private static void compareWords(JsonNode actual, String shape, String path, List<String> faults) {
        if (!actual.isString()) {
            if (!shape.equals("<name>")) faults.add(path + " is no string");
        } else if (!shape.equals("string") && !shape.contains("|")) {
            var pattern =
                    java.util.regex.Pattern.quote(shape).replaceAll("<[a-z]+>|req_\\.\\.\\.|AK0000000", "\\\\E.+\\\\Q");
            if (!actual.stringValue().matches(pattern)) faults.add(path + " is " + actual + ", not " + shape);
        }
    }

    private static List<String> faults(JsonNode body, JsonNode fields) {
        var faults = new ArrayList<String>();
        for (var field : fields.values()) {
            var path = field.get("path").stringValue();
            boolean sample = belowDynamicKeys(fields, path);
            check(
                    body,
                    List.of(path.replace("[]", ".[]").replaceFirst("^\\.", "").split("\\.")),
                    field,
                    sample,
                    path,
                    faults);
        }
        return faults;
    }

    /// The document shows one sample key of an object whose keys are data.
    private static boolean belowDynamicKeys(JsonNode fields, String path) {
        return fields.values().stream()
                .filter(field -> field.path("dynamic_keys").asBoolean(false))
                .anyMatch(field -> path.startsWith(field.get("path").stringValue() + "."));
    }

    private static void check(
            JsonNode node, List<String> steps, JsonNode field, boolean sample, String path, List<String> faults) {
        if (steps.isEmpty()) {
            checkType(node, field, path, faults);
            return;
        }
        var rest = steps.subList(1, steps.size());
        if (steps.getFirst().equals("[]")) {
            if (node.isArray()) node.values().forEach(each -> check(each, rest, field, sample, path, faults));
        } else if (node.isObject()) {
            var next = node.get(steps.getFirst());
            if (next != null) check(next, rest, field, sample, path, faults);
            else if (rest.isEmpty() && !sample && field.path("required").asBoolean(false))
                faults.add(path + " is missing");
        }
    }

    private static void checkType(JsonNode node, JsonNode field, String path, List<String> faults) {
        var type = field.get("type").stringValue();
        if (node.isNull()) {
            // What need not be there may also be there without a value.
            boolean nullable = field.path("nullable").asBoolean(false)
                    || !field.path("required").asBoolean(false)
                    || type.contains("null")
                    || type.equals("any");
            if (!nullable) faults.add(path + " is null");
            return;
        }
        if (!fits(node, type.replace("|null", ""), path)) faults.add(path + " is " + node + ", not " + type);
        if (field.has("enum") && field.get("enum").isArray()) {
            boolean listed = field.get("enum").values().stream().anyMatch(node::equals);
            if (!listed) faults.add(path + " is " + node + ", not one of " + field.get("enum"));
        }
    }

    private static boolean fits(JsonNode node, String type, String path) {
        return switch (type) {
            // The samples show whole quantities; a quantity may have decimals.
            case "integer" -> path.endsWith("_qty") ? node.isNumber() : node.isIntegralNumber();
            case "number" -> node.isNumber();
            case "string", "TaskType", "TaskStatus", "TaskPriority" -> node.isString();
            // The document keeps it as text and its clients read an object.
            case "string(JSON)" -> node.isString() || node.isObject();
            case "boolean" -> node.isBoolean();
            case "uuid" -> isUuid(node);
            case "datetime" -> node.isString() && node.stringValue().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
            case "object" -> node.isObject();
            case "any", "null" -> true;
            case "array|object" -> node.isContainer();
            default -> type.startsWith("array") ? node.isArray() : node.isObject();
        };
    }

    private static boolean isUuid(JsonNode node) {
        try {
            return node.isString() && UUID.fromString(node.stringValue()) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
