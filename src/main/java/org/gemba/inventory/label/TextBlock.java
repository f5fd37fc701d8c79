package org.gemba.inventory.label;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lines of text in a box: as large as fits, broken where they are too wide, cut with an ellipsis when nothing helps.
/// The first line is bold and a third larger.
final class TextBlock {
    private static final int LEAST = 16;
    private static final float STEP = 0.92f;
    private static final float HEADING = 1.3f;
    private static final float LEADING = 1.18f;

    private final LabelFonts fonts;
    private final FontRenderContext context;
    private final boolean centred;

    private record Set(String text, Font font) {}

    TextBlock(LabelFonts fonts, FontRenderContext context, boolean centred) {
        this.centred = centred;
        this.fonts = fonts;
        this.context = context;
    }

    /// The width that the lines need on one row each, at this height.
    int width(List<String> lines, float size) {
        double widest = 0;
        for (int index = 0; index < lines.size(); index++) {
            widest = Math.max(widest, width(lines.get(index), font(index, size)));
        }
        return (int) Math.ceil(widest);
    }

    void draw(Graphics2D drawing, List<String> lines, int left, int top, int width, int height, int most) {
        if (lines.isEmpty()) return;
        float size = Math.min(most > 0 ? most : height, height / (lines.size() * LEADING));
        var set = set(lines, size, width);
        while (size > LEAST && height(set) > height) {
            size *= STEP;
            set = set(lines, size, width);
        }
        double y = top + Math.max(0, (height - height(set)) / 2);
        for (var line : set) {
            double next = y + line.font().getSize2D() * LEADING;
            if (next > top + height + 1) break;
            drawing.setFont(line.font());
            var text = cut(line, width);
            double shift = centred ? Math.max(0, (width - width(text, line.font())) / 2) : 0;
            drawing.drawString(
                    text, (float) (left + shift), (float) (y + line.font().getSize2D() * 0.94));
            y = next;
        }
    }

    private List<Set> set(List<String> lines, float size, int width) {
        var set = new ArrayList<Set>();
        for (int index = 0; index < lines.size(); index++) {
            var font = font(index, size);
            for (var piece : broken(lines.get(index), font, width)) set.add(new Set(piece, font));
        }
        return set;
    }

    private Font font(int line, float size) {
        return line == 0
                ? fonts.bold().deriveFont(size * HEADING)
                : fonts.plain().deriveFont(size);
    }

    private static double height(List<Set> lines) {
        return lines.stream()
                .mapToDouble(line -> line.font().getSize2D() * LEADING)
                .sum();
    }

    private List<String> broken(String line, Font font, int width) {
        if (width(line, font) <= width) return List.of(line);
        var pieces = new ArrayList<String>();
        var breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(line);
        int start = 0;
        int end = 0;
        for (int next = breaks.next(); next != BreakIterator.DONE; next = breaks.next()) {
            if (end > start && width(line.substring(start, next).stripTrailing(), font) > width) {
                pieces.add(line.substring(start, end).strip());
                start = end;
            }
            end = next;
        }
        pieces.add(line.substring(start).strip());
        return pieces;
    }

    private String cut(Set line, int width) {
        if (width(line.text(), line.font()) <= width) return line.text();
        var text = line.text();
        while (text.length() > 1 && width(text + "…", line.font()) > width) {
            text = text.substring(0, text.offsetByCodePoints(text.length(), -1));
        }
        return text + "…";
    }

    private double width(String text, Font font) {
        return font.getStringBounds(text, context).getWidth();
    }
}
