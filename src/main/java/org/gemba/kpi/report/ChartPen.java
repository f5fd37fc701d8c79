package org.gemba.kpi.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.gemba.platform.print.Drawing;

/// Draws lines, bars and texts of a printed chart. Texts are drawn as shapes, so that the paper has them whatever fonts
/// it is read with.
final class ChartPen {
    static final Color BAR = new Color(0x4F6D8F);
    static final Color PALE = new Color(0xB9C6D4);
    static final Color LINE = new Color(0xCF222E);
    static final Color INK = new Color(0x24292F);
    static final Color QUIET = new Color(0x57606A);
    static final Color GRID = new Color(0xD8DCE1);

    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    private final Graphics2D graphics;
    private final Font font;

    ChartPen(Graphics2D graphics, float size) {
        this.graphics = graphics;
        this.font = Drawing.font(false).deriveFont(size);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    void bar(double x, double y, double width, double height, Color color) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    void line(double x, double y, double toX, double toY, Color color, float width, boolean isDashed) {
        graphics.setColor(color);
        graphics.setStroke(
                isDashed
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 4, new float[] {4, 3}, 0)
                        : new BasicStroke(width));
        graphics.draw(new Line2D.Double(x, y, toX, toY));
    }

    /// @param y of the base line
    void text(String text, double x, double y, Align align, Color color) {
        graphics.setColor(color);
        var glyphs = font.createGlyphVector(graphics.getFontRenderContext(), text);
        double width = glyphs.getLogicalBounds().getWidth();
        double left = switch (align) {
            case LEFT -> x;
            case CENTER -> x - width / 2;
            case RIGHT -> x - width;
        };
        graphics.fill(glyphs.getOutline((float) left, (float) y));
    }

    double width(String text) {
        return font.createGlyphVector(graphics.getFontRenderContext(), text)
                .getLogicalBounds()
                .getWidth();
    }
}
