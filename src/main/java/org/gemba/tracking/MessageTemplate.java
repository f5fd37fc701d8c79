package org.gemba.tracking;

import java.util.Map;

/// A subscribe-message template of the mini program, and how its fields are filled for an order.
///
/// @param id WeChat's
/// @param fields by WeChat's field name (`thing1`, `phrase2`, …), with `{order}`, `{status}`, `{customer}`, `{date}`,
/// `{progress}` for what the order says
/// @param page what opens when it is tapped; `{order}` for the order's id; empty for the mini program's first page
/// @param onStatusChange whether it tells of changed orders
/// @param version for changes that must not overwrite each other; 0 for a new one
public record MessageTemplate(
        String id, String title, Map<String, String> fields, String page, boolean onStatusChange, int version) {
    public MessageTemplate {
        fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
    }
}
