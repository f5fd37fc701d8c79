package org.gemba.inventory.label;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import org.gemba.inventory.LabelSize;
import org.gemba.inventory.PrinterConfig;

/// Dots as a print head takes them: rows across the tape, in the order in which the tape runs; true is black.
record Raster(int across, int along, boolean[][] rows) {
    /// Turns a label that is read along the tape by a quarter.
    static Raster of(BufferedImage label, LabelSize size, PrinterConfig printer) {
        boolean turn = label.getHeight() == size.across();
        int across = turn ? label.getHeight() : label.getWidth();
        int along = turn ? label.getWidth() : label.getHeight();
        int stretched = size.isEndless() ? stretch(along, printer.scalingFactor()) : along;
        var rows = new boolean[stretched][across];
        var source = label.getRaster();
        for (int row = 0; row < stretched; row++) {
            int from = (int) ((long) row * along / stretched);
            for (int column = 0; column < across; column++) {
                int x = turn ? from : column;
                int y = turn ? across - 1 - column : from;
                rows[row][column] = source.getSample(x, y, 0) == 0;
            }
        }
        return new Raster(across, stretched, rows);
    }

    private static int stretch(int dots, BigDecimal factor) {
        return factor.multiply(BigDecimal.valueOf(dots)).intValue();
    }
}
