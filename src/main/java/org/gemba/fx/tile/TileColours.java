package org.gemba.fx.tile;

import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// The tokens of the theme as colours that TilesFX, which knows no stylesheets, can be given.
class TileColours extends StackPane {
    private static final CssMetaData<TileColours, Paint> GROUND = meta("-tile-ground");
    private static final CssMetaData<TileColours, Paint> LINE = meta("-tile-line");
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = Stream.concat(
                    Region.getClassCssMetaData().stream(), Stream.of(GROUND, LINE))
            .toList();

    private final SimpleStyleableObjectProperty<Paint> ground =
            new SimpleStyleableObjectProperty<>(GROUND, this, "ground", Color.TRANSPARENT);
    private final SimpleStyleableObjectProperty<Paint> line =
            new SimpleStyleableObjectProperty<>(LINE, this, "line", Color.GRAY);

    /// Runs the action whenever the theme gives other colours.
    final void onColours(Runnable action) {
        ground.addListener((property, old, now) -> action.run());
        line.addListener((property, old, now) -> action.run());
    }

    final Color ground() {
        return ground.get() instanceof Color colour ? colour : Color.TRANSPARENT;
    }

    final Color line() {
        return line.get() instanceof Color colour ? colour : Color.GRAY;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static CssMetaData<TileColours, Paint> meta(String name) {
        return new CssMetaData<>(name, StyleConverter.getPaintConverter(), Color.TRANSPARENT) {
            @Override
            public boolean isSettable(TileColours node) {
                return true;
            }

            @Override
            public StyleableProperty<Paint> getStyleableProperty(TileColours node) {
                return name.equals("-tile-ground") ? node.ground : node.line;
            }
        };
    }
}
