package org.gemba.planning.channel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.gemba.planning.channel.ChannelFailed.Reason;
import tools.jackson.databind.JsonNode;

/// Reads single fields out of answers that may lack them.
public final class Nodes {
    private Nodes() {}

    /// Empty for what is missing; numbers are taken as text.
    public static String text(JsonNode node) {
        if (node.isNumber()) return node.decimalValue().toPlainString();
        return node.isString() ? node.stringValue().strip() : "";
    }

    /// Zero for what is missing or no number.
    public static BigDecimal number(JsonNode node) {
        if (node.isNumber()) return node.decimalValue();
        var text = text(node);
        return text.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    public static Instant time(JsonNode node, String vendor) throws ChannelFailed {
        try {
            return OffsetDateTime.parse(text(node)).toInstant();
        } catch (DateTimeException e) {
            throw new ChannelFailed(Reason.BROKEN, vendor + " tells a time that cannot be read");
        }
    }
}
