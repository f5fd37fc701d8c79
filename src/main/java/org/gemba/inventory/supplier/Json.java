package org.gemba.inventory.supplier;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single fields out of answers that may lack them or have them of another kind.
final class Json {
    private Json() {}

    /// Null for what is missing, blank or no text; numbers are taken as text.
    static @Nullable String text(JsonNode node) {
        if (node.isNumber()) return node.decimalValue().toPlainString();
        if (!node.isString()) return null;
        var text = node.stringValue().strip();
        return text.isEmpty() || text.equals("-") ? null : text;
    }

    static @Nullable String text(JsonNode node, String... path) {
        var at = node;
        for (var name : path) at = at.path(name);
        return text(at);
    }

    static Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber()) return Optional.of(node.decimalValue());
        if (!node.isString()) return Optional.empty();
        var digits = node.stringValue().replaceAll("[^0-9.]", "");
        return digits.matches("\\d{1,15}(\\.\\d{1,10})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /// An address with a scheme; some suppliers leave it out.
    static @Nullable String address(@Nullable String text) {
        if (text == null) return null;
        var address = text.startsWith("//") ? "https:" + text : text;
        return address.matches("(?i)https?://.+") ? address : null;
    }
}
