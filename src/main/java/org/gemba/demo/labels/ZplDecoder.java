package org.gemba.demo.labels;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the part of ZPL II that draws ready pictures: format, width, length, origin, graphic field, quantity.
final class ZplDecoder {
    private static final Pattern FORMAT = Pattern.compile("\\^XA(.*?)\\^XZ", Pattern.DOTALL);
    private static final Pattern WIDTH = Pattern.compile("\\^PW(\\d+)");
    private static final Pattern LENGTH = Pattern.compile("\\^LL(\\d+)");
    private static final Pattern QUANTITY = Pattern.compile("\\^PQ(\\d+)");
    private static final Pattern GRAPHIC =
            Pattern.compile("\\^FO(\\d+),(\\d+)\\^GFA,(\\d+),(\\d+),(\\d+),([0-9A-Fa-f\\s]*)\\^FS");

    private ZplDecoder() {}

    static void read(String text, Consumer<PrintedLabel> printed) throws IOException {
        var formats = FORMAT.matcher(text);
        boolean any = false;
        while (formats.find()) {
            any = true;
            var label = label(formats.group(1));
            for (int copy = number(QUANTITY, formats.group(1), 1); copy > 0; copy--) printed.accept(label);
        }
        if (!any) throw new IOException("no ^XA … ^XZ");
    }

    private static PrintedLabel label(String format) throws IOException {
        int width = number(WIDTH, format, 0);
        int length = number(LENGTH, format, 0);
        if (width < 1 || length < 1 || width > 4_000 || length > 20_000) throw new IOException("a label without size");
        var image = new BufferedImage(width, length, BufferedImage.TYPE_BYTE_BINARY);
        var drawing = image.createGraphics();
        drawing.fillRect(0, 0, width, length);
        drawing.dispose();
        var graphics = GRAPHIC.matcher(format).results().toList();
        if (graphics.isEmpty()) throw new IOException("a label without a graphic field");
        for (var graphic : graphics) draw(image, graphic);
        return new PrintedLabel("zpl", image, 0, 0, false);
    }

    private static void draw(BufferedImage image, MatchResult graphic) throws IOException {
        int left = Integer.parseInt(graphic.group(1));
        int top = Integer.parseInt(graphic.group(2));
        int total = Integer.parseInt(graphic.group(4));
        int bytes = Integer.parseInt(graphic.group(5));
        var hex = graphic.group(6).replaceAll("\\s", "");
        if (bytes < 1 || hex.length() != 2 * total) throw new IOException("a graphic field of the wrong length");
        for (int index = 0; index < total; index++) {
            int eight = Integer.parseInt(hex, 2 * index, 2 * index + 2, 16);
            for (int bit = 0; bit < 8; bit++) {
                int x = left + index % bytes * 8 + bit;
                int y = top + index / bytes;
                boolean black = (eight & 0x80 >> bit) != 0;
                if (black && x < image.getWidth() && y < image.getHeight()) image.setRGB(x, y, 0);
            }
        }
    }

    private static int number(Pattern pattern, String text, int otherwise) {
        var found = pattern.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }
}
