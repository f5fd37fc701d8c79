package org.gemba.fx.theme;

/// How much room a row gets; the sizes are ems of the scaled font, 32, 40 and 56 pixels at 100 %.
public enum Density {
    COMPACT(14, 2.29, 0.35, 1.15),
    COMFORTABLE(14, 2.86, 0.55, 1.25),
    TOUCH(18, 3.11, 0.85, 1.4);

    private final double baseFont;
    private final double row;
    private final double pad;
    private final double icon;

    Density(double baseFont, double row, double pad, double icon) {
        this.baseFont = baseFont;
        this.row = row;
        this.pad = pad;
        this.icon = icon;
    }

    /// The sizes of everything, as a stylesheet.
    ///
    /// @param scale 1 for 100 %
    String css(double scale) {
        double font = baseFont * scale;
        return """
                .root { -fx-font-size: %1$.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %2$.0f; }
                .table-view { -fx-fixed-cell-size: %3$.2fpx; }
                .tree-view, .tree-table-view, .list-view { -fx-fixed-cell-size: %3$.2fpx; }
                .table-view > .virtual-flow > .clipped-container > .sheet > .table-row-cell > .table-cell { -fx-padding: 0 %4$.2fpx 0 %4$.2fpx; }
                .button, .toggle-button, .menu-button, .text-input, .combo-box-base, .choice-box { -fx-min-height: %3$.2fpx; }
                """.formatted(font, font * icon, font * row, font * pad);
    }
}
