package org.gemba.platform.print;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Objects;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/// A picture of lines and shapes for a report's image element, sharp at every size.
public final class Drawing extends AbstractRenderer implements Graphics2DRenderable {
    private final transient Painter painter;

    /// Draws into the given area, whose unit is the point.
    @FunctionalInterface
    public interface Painter {
        void paint(Graphics2D graphics, Rectangle2D area);
    }

    public Drawing(Painter painter) {
        this.painter = painter;
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D area) {
        painter.paint(graphics, area);
    }

    /// The bundled font, which has Chinese, for texts in drawings.
    public static Font font(boolean bold) {
        var file = "/" + Reports.FONTS + (bold ? "700Bold" : "400Regular") + "-gb2312.ttf";
        try (var in = Objects.requireNonNull(Drawing.class.getResourceAsStream(file))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException | IOException e) {
            throw new IllegalStateException("the bundled font cannot be read", e);
        }
    }
}
