package org.gemba.fx.chart;

import java.math.BigDecimal;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/// A small line of figures over time, with the target as a straight line behind it. It draws no axes: the words beside
/// it say the figures.
public final class Trend extends Region {
    private final Polyline line = new Polyline();
    private final Line target = new Line();
    private List<BigDecimal> values = List.of();
    private double goal = Double.NaN;

    public Trend() {
        getStyleClass().add("trend");
        line.getStyleClass().add("trend-line");
        target.getStyleClass().add("trend-target");
        getChildren().addAll(target, line);
        setMinSize(60, 24);
    }

    /// @param newValues oldest first
    /// @param newGoal the target; NaN for none
    /// @param words the same for those who cannot see it
    public void show(List<BigDecimal> newValues, double newGoal, String words) {
        values = List.copyOf(newValues);
        goal = newGoal;
        setAccessibleText(words);
        requestLayout();
    }

    /// Puts its picture on the clipboard.
    public void copyImage() {
        var content = new ClipboardContent();
        content.putImage(picture());
        Clipboard.getSystemClipboard().setContent(content);
    }

    public WritableImage picture() {
        return snapshot(null, null);
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        target.setVisible(!Double.isNaN(goal));
        if (values.isEmpty()) return;
        double low = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1);
        if (!Double.isNaN(goal)) {
            low = Math.min(low, goal);
            high = Math.max(high, goal);
        }
        double range = high == low ? 1 : high - low;
        for (int i = 0; i < values.size(); i++) {
            line.getPoints().add(getWidth() * i / Math.max(1, values.size() - 1));
            line.getPoints().add(height(values.get(i).doubleValue(), low, range));
        }
        target.setEndX(getWidth());
        target.setStartY(height(goal, low, range));
        target.setEndY(target.getStartY());
    }

    private double height(double value, double low, double range) {
        return 1 + (getHeight() - 2) * (1 - (value - low) / range);
    }
}
