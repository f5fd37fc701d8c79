package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.jspecify.annotations.Nullable;

/// Reads what a scanner sends: our own labels, bags of the suppliers, numbers that somebody types.
///
/// Our labels hold a bare id or `PART:<number>|NAME:<name>|QTY:<n>`. LCSC bags hold `{pc:C1525,pm:…,qty:50,…}`; DigiKey
/// and Mouser bags an ISO 15434 record `[)>` RS `06` GS … with the fields 1P (maker's number) and Q (quantity).
public final class ScanCodes {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,6})?");
    private static final Pattern BRACES = Pattern.compile("\\{(.*)}");
    private static final String RECORD = "[)>";

    private final InventoryCore core;

    ScanCodes(InventoryCore core) {
        this.core = core;
    }

    /// What was scanned.
    public sealed interface Scanned {
        /// @param quantity how many the code says; null when it does not
        record OfPart(Part part, @Nullable BigDecimal quantity) implements Scanned {}

        record OfLocation(Location location) implements Scanned {}

        record OfNumber(BigDecimal number) implements Scanned {}

        /// Nothing that is known here.
        record OfNothing(String text) implements Scanned {}
    }

    /// A number that is also the number or name of a part is the part.
    public Scanned read(Caller caller, String text) {
        caller.require(Permission.PARTS_READ);
        var code = text.strip();
        var fields = fields(code);
        var part = part(fields, code);
        if (part.isPresent()) return new Scanned.OfPart(part.get(), quantity(fields));
        var location = location(code);
        if (location.isPresent()) return new Scanned.OfLocation(location.get());
        if (NUMBER.matcher(code).matches()) return new Scanned.OfNumber(new BigDecimal(code.replace(',', '.')));
        return new Scanned.OfNothing(code);
    }

    private Optional<Part> part(Map<String, String> fields, String code) {
        for (var name : new String[] {"PART", "pm", "1P", "pc", "NAME"}) {
            var found = Optional.ofNullable(fields.get(name)).flatMap(this::named);
            if (found.isPresent()) return found;
        }
        return id(code).flatMap(core.parts()::find).or(() -> named(code));
    }

    private Optional<Part> named(String text) {
        if (text.isEmpty()) return Optional.empty();
        return core.parts().findByNumber(text).or(() -> core.parts().findByName(text));
    }

    private Optional<Location> location(String code) {
        var bare = code.startsWith("LOC:") ? code.substring(4) : code;
        return id(bare).flatMap(core.locations()::find)
                .or(() -> core.locations().findByName(bare));
    }

    private static Optional<UUID> id(String text) {
        if (text.length() != 36) return Optional.empty();
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable BigDecimal quantity(Map<String, String> fields) {
        for (var name : new String[] {"QTY", "qty", "Q"}) {
            var text = fields.get(name);
            if (text != null && NUMBER.matcher(text).matches()) return new BigDecimal(text.replace(',', '.'));
        }
        return null;
    }

    static Map<String, String> fields(String code) {
        var fields = new LinkedHashMap<String, String>();
        var braces = BRACES.matcher(code);
        if (braces.matches()) {
            for (var pair : braces.group(1).split(",")) put(fields, pair, pair.indexOf(':'));
        } else if (code.startsWith(RECORD)) {
            for (var field : code.split("[\\x1d\\x1e\\x04]")) identified(fields, field);
        } else if (code.contains("PART:") || code.contains("NAME:")) {
            for (var pair : code.split("\\|")) put(fields, pair, pair.indexOf(':'));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String pair, int colon) {
        if (colon > 0)
            fields.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
    }

    /// ANSI MH10.8.2 data identifiers: the letters in front say what follows.
    private static void identified(Map<String, String> fields, String field) {
        if (field.startsWith("1P")) fields.put("1P", field.substring(2));
        else if (field.startsWith("Q")) fields.put("Q", field.substring(1));
    }
}
