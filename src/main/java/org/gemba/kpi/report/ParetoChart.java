package org.gemba.kpi.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.gemba.kpi.report.ChartPen.Align;
import org.gemba.platform.print.Drawing;

/// Amounts from the largest down, with what share of all they make up together.
///
/// @param empty said when there is none
record ParetoChart(List<Bar> bars, String empty) implements Drawing.Painter {
    private static final double NAMES = 92;
    private static final double AMOUNTS = 58;
    private static final int MOST = 7;

    record Bar(String name, long amount) {}

    @Override
    public void paint(Graphics2D graphics, Rectangle2D area) {
        var pen = new ChartPen(graphics, 7f);
        if (bars.isEmpty()) {
            pen.text(empty, area.getX(), area.getY() + 16, Align.LEFT, ChartPen.QUIET);
            return;
        }
        long all = bars.stream().mapToLong(Bar::amount).sum();
        long most = bars.getFirst().amount();
        double room = area.getWidth() - NAMES - AMOUNTS;
        double step = Math.min(20, (area.getHeight() - 6) / Math.min(MOST, bars.size()));
        long sum = 0;
        for (int i = 0; i < Math.min(MOST, bars.size()); i++) {
            var bar = bars.get(i);
            sum += bar.amount();
            double y = area.getY() + 6 + i * step;
            pen.text(bar.name(), area.getX() + NAMES - 5, y + step * 0.62, Align.RIGHT, ChartPen.INK);
            pen.bar(area.getX() + NAMES, y + step * 0.14, room * bar.amount() / most, step * 0.68, ChartPen.BAR);
            var told = bar.amount() + "   " + Math.round(100.0 * sum / all) + " %";
            pen.text(
                    told,
                    area.getX() + NAMES + room * bar.amount() / most + 4,
                    y + step * 0.62,
                    Align.LEFT,
                    ChartPen.QUIET);
        }
    }
}
