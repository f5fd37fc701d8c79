package org.gemba.inventory.label;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Image;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gemba.inventory.LabelSize;

/// A PDF file with a page of the label's own size for each label.
final class PdfPrinter implements Printer {
    private static final float POINTS_PER_DOT = 72f / 300;

    private final Path file;

    PdfPrinter(Path file) {
        this.file = file;
    }

    @Override
    public String print(List<BufferedImage> labels, LabelSize size, int copies) throws PrintFailed {
        try {
            var folder = file.getParent();
            if (folder != null) Files.createDirectories(folder);
            try (var out = Files.newOutputStream(file)) {
                write(labels, copies, out);
            }
        } catch (IOException | DocumentException e) {
            throw new PrintFailed("The file with the labels cannot be written: " + e.getMessage(), true);
        }
        return String.valueOf(file.getFileName());
    }

    private static void write(List<BufferedImage> labels, int copies, OutputStream out) throws IOException {
        var document = new Document();
        document.setMargins(0, 0, 0, 0);
        PdfWriter.getInstance(document, out);
        for (var label : labels) {
            var page = new Rectangle(label.getWidth() * POINTS_PER_DOT, label.getHeight() * POINTS_PER_DOT);
            document.setPageSize(page);
            var picture = Image.getInstance(label, null, true);
            picture.scaleAbsolute(page.getWidth(), page.getHeight());
            picture.setAbsolutePosition(0, 0);
            for (int copy = 0; copy < copies; copy++) {
                if (document.isOpen()) document.newPage();
                else document.open();
                document.add(picture);
            }
        }
        document.close();
    }
}
