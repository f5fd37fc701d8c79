package org.gemba.tracking;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The names of orders and materials in addresses. An order is named by its bill number, or by its bytes where that
/// would not go into an address; a material by its order and the number of its line. Whatever is no such name names
/// nothing, and is answered as an order that does not exist.
public final class OrderId {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]{1,80}");
    private static final Pattern CODED = Pattern.compile("~((?:[0-9a-f]{2}){1,800})");
    private static final Pattern MATERIAL = Pattern.compile("(.+)_(-?[0-9]{1,18})");

    private OrderId() {}

    /// A material of an order.
    public record OfMaterial(String orderNo, long entryId) {}

    public static String of(String orderNo) {
        if (PLAIN.matcher(orderNo).matches()) return orderNo;
        return "~" + HexFormat.of().formatHex(orderNo.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(String orderNo, long entryId) {
        return of(orderNo) + "_" + entryId;
    }

    /// The bill number behind an id.
    public static Optional<String> orderNo(String id) {
        if (PLAIN.matcher(id).matches()) return Optional.of(id);
        var coded = CODED.matcher(id);
        if (!coded.matches()) return Optional.empty();
        return Optional.of(new String(HexFormat.of().parseHex(coded.group(1)), StandardCharsets.UTF_8));
    }

    public static Optional<OfMaterial> material(String id) {
        var parts = MATERIAL.matcher(id);
        if (!parts.matches()) return Optional.empty();
        return orderNo(parts.group(1)).map(order -> new OfMaterial(order, Long.parseLong(parts.group(2))));
    }
}
