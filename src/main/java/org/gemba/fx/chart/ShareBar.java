package org.gemba.fx.chart;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A share of a whole as a bar with its percentage in words beside it. What goes beyond the whole is drawn full and
/// marked, so that over-delivery is seen at once.
public final class ShareBar extends Region {
    private static final double TEXT_EMS = 3.6;
    private static final double HEIGHT_EMS = 0.5;

    private final Region track = new Region();
    private final Region fill = new Region();
    private final Label words = new Label();
    private double share;

    public ShareBar() {
        getStyleClass().add("share-bar");
        track.getStyleClass().add("share-bar-track");
        fill.getStyleClass().add("share-bar-fill");
        words.getStyleClass().add("share-bar-words");
        getChildren().addAll(track, fill, words);
    }

    /// @param newShare 1 for the whole
    /// @param text the same in words
    public void show(double newShare, String text) {
        share = newShare;
        words.setText(text);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("over"), share > 1);
        pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("full"), share >= 1);
        setAccessibleText(text);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double em = words.getFont().getSize();
        double textWidth = TEXT_EMS * em;
        double width = Math.max(0, getWidth() - textWidth);
        double height = HEIGHT_EMS * em;
        double top = (getHeight() - height) / 2;
        track.resizeRelocate(0, top, width, height);
        fill.resizeRelocate(0, top, width * Math.clamp(share, 0, 1), height);
        words.resizeRelocate(width + em / 3, 0, textWidth - em / 3, getHeight());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 9 * words.getFont().getSize();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 1.4 * words.getFont().getSize();
    }
}
