package org.gemba.inventory.label;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.LabelTemplate;
import org.gemba.inventory.LabelTemplate.Layout;
import org.jspecify.annotations.Nullable;

/// Draws a label as people read it, its longer side level unless the template is turned, in black and white dots of 300
/// an inch.
public final class LabelRenderer {
    /// From so bright on a dot stays white.
    private static final int WHITE_FROM = 179;

    private static final int LEAST_FOR_BOTH = 300;
    private static final int LONGEST = 2400;
    private static final int SHORTEST = 150;

    private final LabelFonts fonts = LabelFonts.load();
    private final FontRenderContext context = new FontRenderContext(new AffineTransform(), true, true);

    /// A picture with whole dots only: black is 0.
    ///
    /// @param values the fields of the template
    public BufferedImage render(LabelTemplate template, LabelSize size, Map<String, String> values) {
        var lines = template.layout() == Layout.QR_ONLY ? List.<String>of() : Fields.lines(template.text(), values);
        var code = template.layout() == Layout.TEXT_ONLY ? "" : Fields.code(template.text(), template.code(), values);
        var symbol = code.isEmpty() ? null : QrSymbol.of(code, size.across() <= 106 ? 1 : 2);
        int shorter = size.isEndless() ? size.across() : Math.min(size.across(), size.along());
        int longer = size.isEndless() ? 0 : Math.max(size.across(), size.along());
        int width = template.turned() && !size.isEndless() ? shorter : longer;
        int height = template.turned() && !size.isEndless() ? longer : shorter;
        if (width == 0) width = length(template, lines, symbol, height);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.BLACK);
        draw(drawing, template, lines, symbol, size.isRound() ? inscribed(width) : Box.inside(width, height));
        drawing.dispose();
        return dots(image);
    }

    private void draw(
            Graphics2D drawing, LabelTemplate template, List<String> lines, @Nullable QrSymbol symbol, Box box) {
        var layout = fitting(template.layout(), lines, symbol, box);
        int side = symbol == null ? 0 : symbol.side(Math.min(box.height(), box.width()));
        if (layout == Layout.QR_ABOVE) {
            side = symbol == null ? 0 : symbol.side(Math.min(box.width(), box.height() * 3 / 5));
        }
        var text = switch (layout) {
            case QR_LEFT -> box.after(side);
            case QR_RIGHT -> box.before(side);
            case QR_ABOVE -> box.below(side);
            case QR_ONLY, TEXT_ONLY -> box;
        };
        if (symbol != null && layout != Layout.TEXT_ONLY) {
            int left = switch (layout) {
                case QR_LEFT -> box.left();
                case QR_RIGHT -> box.left() + box.width() - side;
                case QR_ABOVE, QR_ONLY, TEXT_ONLY -> box.left() + (box.width() - side) / 2;
            };
            int top = layout == Layout.QR_ABOVE ? box.top() : box.top() + (box.height() - side) / 2;
            symbol.draw(drawing, left, top, side);
        }
        if (layout != Layout.QR_ONLY) {
            new TextBlock(fonts, context, layout == Layout.QR_ABOVE)
                    .draw(drawing, lines, text.left(), text.top(), text.width(), text.height(), template.fontDots());
        }
    }

    /// Where code and text do not fit beside each other they stand above one another; on the smallest labels the code
    /// is
    /// alone, because a code that cannot be scanned is worth nothing.
    private static Layout fitting(Layout wanted, List<String> lines, @Nullable QrSymbol symbol, Box box) {
        if (symbol == null) return Layout.TEXT_ONLY;
        if (lines.isEmpty()) return Layout.QR_ONLY;
        boolean beside = wanted == Layout.QR_LEFT || wanted == Layout.QR_RIGHT;
        int left = box.width() - symbol.side(Math.min(box.height(), box.width()));
        if (!beside || left >= box.width() * 3 / 10) return wanted;
        return box.height() >= LEAST_FOR_BOTH ? Layout.QR_ABOVE : Layout.QR_ONLY;
    }

    /// On endless tape a label is as long as code and text need.
    private int length(LabelTemplate template, List<String> lines, @Nullable QrSymbol symbol, int height) {
        var box = Box.inside(LONGEST, height);
        float line = box.height() / (Math.max(1, lines.size()) * 1.3f);
        if (template.fontDots() > 0) line = Math.min(line, template.fontDots());
        int text = new TextBlock(fonts, context, false).width(lines, line);
        int side = symbol == null ? 0 : symbol.side(box.height());
        boolean above = template.layout() == Layout.QR_ABOVE;
        int wanted = above ? Math.max(side, text) : side + text + (text > 0 ? box.gap() : 0);
        return Math.clamp(wanted + 2L * box.left(), SHORTEST, LONGEST);
    }

    private static Box inscribed(int side) {
        int inner = (int) (side / Math.sqrt(2));
        return new Box((side - inner) / 2, (side - inner) / 2, inner, inner);
    }

    private static BufferedImage dots(BufferedImage gray) {
        var image = new BufferedImage(gray.getWidth(), gray.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        var from = gray.getRaster();
        var to = image.getRaster();
        var line = new int[gray.getWidth()];
        for (int y = 0; y < gray.getHeight(); y++) {
            from.getSamples(0, y, line.length, 1, 0, line);
            for (int x = 0; x < line.length; x++) line[x] = line[x] >= WHITE_FROM ? 1 : 0;
            to.setSamples(0, y, line.length, 1, 0, line);
        }
        return image;
    }

    /// The part of a label that is drawn on.
    private record Box(int left, int top, int width, int height) {
        static Box inside(int width, int height) {
            int margin = Math.max(4, Math.min(width, height) / 30);
            return new Box(margin, margin, width - 2 * margin, height - 2 * margin);
        }

        int gap() {
            return Math.max(8, height / 24);
        }

        Box after(int side) {
            return new Box(left + side + gap(), top, Math.max(1, width - side - gap()), height);
        }

        Box before(int side) {
            return new Box(left, top, Math.max(1, width - side - gap()), height);
        }

        Box below(int side) {
            return new Box(left, top + side, width, Math.max(1, height - side));
        }
    }
}
