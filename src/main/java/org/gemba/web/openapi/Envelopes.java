package org.gemba.web.openapi;

import org.gemba.access.ApiFamily;
import org.gemba.web.Route.Form;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of what each family puts around a value and of its errors.
final class Envelopes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelopes() {}

    static ObjectNode success(ApiFamily family, Form form, ObjectNode one) {
        if (form == Form.BARE) return one;
        var value = form == Form.ONE ? one : Schemas.array(one);
        return switch (family) {
            case MTO -> value;
            case KPI -> form == Form.PAGE ? kpiPage(value) : value;
            case TRACKING ->
                with(
                        with(with(with("success", "boolean"), "message", "string"), "timestamp", "integer"),
                        "data",
                        value);
            case INVENTORY -> inventory(form, value);
            case PLANNING -> with(with("success", "boolean"), "data", form == Form.PAGE ? planningPage(value) : value);
        };
    }

    private static ObjectNode kpiPage(ObjectNode items) {
        return with(with(with(with("total", "integer"), "page", "integer"), "limit", "integer"), "results", items);
    }

    private static ObjectNode inventory(Form form, ObjectNode value) {
        var envelope = with(with(with("status", "string"), "message", "string"), "data", value);
        return form == Form.PAGE ? with(with(envelope, "page", "integer"), "page_size", "integer") : envelope;
    }

    /// The list has the name of its things, which differs from route to route.
    private static ObjectNode planningPage(ObjectNode items) {
        var page = with("pagination", "object");
        page.set("additionalProperties", items);
        return page;
    }

    static ObjectNode error(ApiFamily family) {
        return switch (family) {
            case MTO -> with(with("error_code", "string"), "detail", JSON.objectNode());
            case TRACKING -> with(with(with("success", "boolean"), "message", "string"), "timestamp", "integer");
            case KPI ->
                with(
                        JSON.objectNode().put("type", "object"),
                        "error",
                        detailed(Schemas.array(Schemas.typed("object")), true));
            case INVENTORY -> with(with(with("status", "string"), "message", "string"), "data", JSON.objectNode());
            case PLANNING ->
                with(
                        with(
                                with(with("success", "boolean"), "error", detailed(Schemas.typed("object"), false)),
                                "timestamp",
                                "string"),
                        "request_id",
                        "string");
        };
    }

    private static ObjectNode detailed(ObjectNode details, boolean stamped) {
        var error = with(with(with("code", "string"), "message", "string"), "details", details);
        return stamped ? with(with(error, "timestamp", "string"), "request_id", "string") : error;
    }

    private static ObjectNode with(String name, String type) {
        return with(Schemas.typed("object"), name, type);
    }

    private static ObjectNode with(ObjectNode object, String name, String type) {
        return with(object, name, Schemas.typed(type));
    }

    private static ObjectNode with(ObjectNode object, String name, ObjectNode schema) {
        object.withObjectProperty("properties").set(name, schema);
        return object;
    }
}
