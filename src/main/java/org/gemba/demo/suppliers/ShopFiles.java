package org.gemba.demo.suppliers;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import com.sun.net.httpserver.HttpExchange;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// Datasheets and pictures of the parts, made when they are asked for.
final class ShopFiles {
    private static final int SIDE = 320;

    private final Catalogue catalogue;

    ShopFiles(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var name = exchange.getRequestURI().getPath().replaceFirst("^/files/", "");
            int dot = Math.max(0, name.lastIndexOf('.'));
            var part = catalogue.parts().stream()
                    .filter(one -> one.file().equals(name.substring(0, dot)))
                    .findFirst();
            if (part.isEmpty()) Shop.send(exchange, 404, "text/plain", "no such file");
            else if (name.endsWith(".pdf")) Shop.send(exchange, 200, "application/pdf", datasheet(part.get()));
            else if (name.endsWith(".html")) Shop.send(exchange, 200, "text/html", page(part.get()));
            else Shop.send(exchange, 200, "image/png", picture(part.get()));
        }
    }

    private static String page(CataloguePart part) {
        return "<html><head><title>" + part.file() + "</title></head><body><iframe src=\"/files/" + part.file()
                + ".pdf\"></iframe></body></html>";
    }

    private static byte[] datasheet(CataloguePart part) {
        var out = new ByteArrayOutputStream();
        var document = new Document();
        // Readers take a file below one kilobyte for no data sheet.
        PdfWriter.getInstance(document, out).setCompressionLevel(0);
        document.open();
        document.add(new Paragraph(part.mpn() + " by " + part.maker()));
        document.add(new Paragraph(part.description()));
        part.parameters().forEach((name, value) -> document.add(new Paragraph(name + ": " + value)));
        document.add(new Paragraph("Ordering: LCSC " + part.lcsc() + ", DigiKey " + part.digikey() + ", Mouser "
                + part.mouser() + ". Stresses beyond the absolute maximum ratings may damage the part for good."));
        document.close();
        return out.toByteArray();
    }

    private static byte[] picture(CataloguePart part) throws IOException {
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, SIDE, SIDE);
        drawing.setColor(Color.LIGHT_GRAY);
        for (int pin = 0; pin < 8; pin++) drawing.fillRect(40, 70 + pin * 24, SIDE - 80, 10);
        drawing.setColor(new Color(0x2B2B2B));
        drawing.fillRoundRect(80, 50, SIDE - 160, SIDE - 100, 12, 12);
        drawing.setColor(Color.WHITE);
        drawing.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        drawing.drawString(part.mpn().substring(0, Math.min(18, part.mpn().length())), 90, SIDE / 2);
        drawing.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
