package org.gemba.inventory.label;

import java.nio.file.Path;
import java.util.List;
import org.gemba.inventory.PrinterConfig;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Rule;

/// Finds the way to the printer that a configuration means.
public final class Printers {
    private Printers() {}

    /// @param file where a PDF goes, when it becomes one
    public static Printer of(PrinterConfig config, Path file) {
        return switch (config.backend()) {
            case NETWORK -> new NetworkPrinter(config);
            case SYSTEM -> new SystemPrinter(config);
            case PDF -> new PdfPrinter(file);
        };
    }

    /// Names of the operating system's printers.
    public static List<String> system() {
        return SystemPrinter.names();
    }

    /// What is wrong with the identifier; none when nothing is.
    public static List<FieldError> faults(PrinterConfig config) {
        if (config.backend() != PrinterConfig.Backend.NETWORK || NetworkPrinter.isAddress(config.printerIdentifier())) {
            return List.of();
        }
        return List.of(FieldError.body(
                "printer_identifier",
                config.printerIdentifier(),
                new Rule.Pattern("tcp://host:port", "an address such as tcp://192.168.1.20:9100")));
    }
}
