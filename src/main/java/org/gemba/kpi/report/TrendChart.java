package org.gemba.kpi.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gemba.kpi.report.ChartPen.Align;
import org.gemba.platform.print.Drawing;
import org.jspecify.annotations.Nullable;

/// One bar a day and the target as a dashed line. A day without a value has a dash and no bar of height zero.
///
/// @param target null for none
/// @param targetText beside the line
record TrendChart(List<Bar> bars, @Nullable BigDecimal target, String targetText) implements Drawing.Painter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final double LEFT = 24;
    private static final double BOTTOM = 16;
    private static final double TOP = 10;
    private static final int LINES = 4;

    /// @param value null when not known
    /// @param isInferred drawn pale, because something was put in for it
    record Bar(LocalDate day, @Nullable BigDecimal value, boolean isInferred) {}

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area) {
        var pen = new ChartPen(graphics, 6.5f);
        double most = most();
        double height = area.getHeight() - BOTTOM - TOP;
        double base = area.getY() + TOP + height;
        for (int i = 0; i <= LINES; i++) {
            double y = base - height * i / LINES;
            pen.line(area.getX() + LEFT, y, area.getMaxX(), y, ChartPen.GRID, 0.4f, false);
            pen.text(
                    Long.toString(Math.round(most * i / LINES)),
                    area.getX() + LEFT - 4,
                    y + 2.2,
                    Align.RIGHT,
                    ChartPen.QUIET);
        }
        double step = (area.getWidth() - LEFT) / Math.max(1, bars.size());
        for (int i = 0; i < bars.size(); i++)
            bar(pen, bars.get(i), area.getX() + LEFT + i * step, step, base, height / most, i);
        if (target != null) {
            double y = base - target.doubleValue() * height / most;
            pen.line(area.getX() + LEFT, y, area.getMaxX(), y, ChartPen.LINE, 0.9f, true);
            pen.text(targetText, area.getMaxX(), y - 2.5, Align.RIGHT, ChartPen.LINE);
        }
    }

    private void bar(ChartPen pen, Bar bar, double x, double step, double base, double scale, int index) {
        double middle = x + step / 2;
        if (bar.value() == null) {
            pen.text("–", middle, base - 2, Align.CENTER, ChartPen.QUIET);
        } else {
            double tall = bar.value().doubleValue() * scale;
            pen.bar(x + step * 0.18, base - tall, step * 0.64, tall, bar.isInferred() ? ChartPen.PALE : ChartPen.BAR);
        }
        if (index % 2 == (bars.size() - 1) % 2)
            pen.text(DAY.format(bar.day()), middle, base + 10, Align.CENTER, ChartPen.QUIET);
    }

    /// A round number above every bar and the target.
    private double most() {
        double most = target == null ? 1 : target.doubleValue();
        for (var bar : bars)
            if (bar.value() != null) most = Math.max(most, bar.value().doubleValue());
        double unit = Math.pow(10, Math.floor(Math.log10(most * 1.1)));
        for (double factor : new double[] {1, 1.2, 1.6, 2, 4, 6, 8, 10}) {
            if (unit * factor >= most * 1.1) return unit * factor;
        }
        return unit * 10;
    }
}
