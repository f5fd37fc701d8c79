package org.gemba.inventory.label;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.print.PageFormat;
import java.awt.print.Paper;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.PrinterConfig;

/// A printer that the operating system knows by name; its own driver does the rest. Without a name the standard printer
/// is taken.
final class SystemPrinter implements Printer {
    private static final double POINTS = 72;

    private final PrinterConfig config;

    SystemPrinter(PrinterConfig config) {
        this.config = config;
    }

    /// The names of the printers that there are.
    static List<String> names() {
        return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .map(PrintService::getName)
                .toList();
    }

    @Override
    public String print(List<BufferedImage> labels, LabelSize size, int copies) throws PrintFailed {
        var service = service().orElseThrow(() -> new PrintFailed("The operating system knows no such printer.", true));
        try {
            for (var label : labels) {
                var job = PrinterJob.getPrinterJob();
                job.setPrintService(service);
                job.setJobName("Label");
                job.setCopies(copies);
                job.setPrintable(page(label), format(label));
                job.print();
            }
        } catch (PrinterException | SecurityException e) {
            throw new PrintFailed("The printer refused the label: " + e.getMessage(), true);
        }
        return service.getName();
    }

    private Optional<PrintService> service() {
        var wanted = config.printerIdentifier().strip();
        if (wanted.isEmpty()) return Optional.ofNullable(PrintServiceLookup.lookupDefaultPrintService());
        return Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                .filter(service -> service.getName().equalsIgnoreCase(wanted))
                .findFirst();
    }

    private double points(int dots) {
        return dots * POINTS / config.dpi();
    }

    private PageFormat format(BufferedImage label) {
        var paper = new Paper();
        paper.setSize(points(label.getWidth()), points(label.getHeight()));
        paper.setImageableArea(0, 0, points(label.getWidth()), points(label.getHeight()));
        var format = new PageFormat();
        format.setPaper(paper);
        return format;
    }

    private Printable page(BufferedImage label) {
        return (graphics, format, index) -> {
            if (index > 0) return Printable.NO_SUCH_PAGE;
            var drawing = (Graphics2D) graphics;
            drawing.translate(format.getImageableX(), format.getImageableY());
            drawing.scale(POINTS / config.dpi(), POINTS / config.dpi());
            drawing.drawImage(label, 0, 0, null);
            return Printable.PAGE_EXISTS;
        };
    }
}
