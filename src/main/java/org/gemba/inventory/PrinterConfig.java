package org.gemba.inventory;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The label printer that is used.
///
/// @param driver the language that a network printer speaks
/// @param printerIdentifier `tcp://host:9100` for a network printer, the operating system's name for one of its own,
///     empty for files
/// @param dpi of the print head
/// @param model decides the width of the print head
/// @param scalingFactor lengths are multiplied by it, because some printers shrink
public record PrinterConfig(
        Backend backend,
        Driver driver,
        String printerIdentifier,
        int dpi,
        String model,
        BigDecimal scalingFactor,
        Map<String, Object> additionalSettings) {
    public static final List<String> MODELS =
            List.of("QL-700", "QL-710W", "QL-720NW", "QL-800", "QL-810W", "QL-820NWB", "QL-1100", "QL-1110NWB");

    public PrinterConfig {
        additionalSettings = Collections.unmodifiableMap(new LinkedHashMap<>(additionalSettings));
    }

    /// How a label reaches the printer.
    public enum Backend {
        /// Raw over TCP.
        NETWORK,
        /// A printer of the operating system.
        SYSTEM,
        /// A PDF file in the data folder.
        PDF
    }

    /// What a network printer understands.
    public enum Driver {
        BROTHER_QL,
        ZPL
    }

    /// Until somebody says otherwise labels become files.
    public static PrinterConfig standard() {
        return new PrinterConfig(Backend.PDF, Driver.BROTHER_QL, "", 300, "QL-800", BigDecimal.ONE, Map.of());
    }

    public static PrinterConfig network(String address) {
        return new PrinterConfig(
                Backend.NETWORK, Driver.BROTHER_QL, address, 300, "QL-820NWB", BigDecimal.ONE, Map.of());
    }

    public boolean hasWideHead() {
        return model.contains("11");
    }
}
