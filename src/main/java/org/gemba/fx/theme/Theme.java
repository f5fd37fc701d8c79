package org.gemba.fx.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Window;

/// How the program looks: light or dark, row density, font scale. A change shows at once in every window. Colours are
/// AtlantaFX's looked-up ones plus those of `tokens.css`; sizes come from {@link Density}.
public final class Theme {
    public static final double SMALLEST_SCALE = 0.8;
    public static final double LARGEST_SCALE = 2.0;

    private static final List<String> SHEETS = List.of("bridge.css", "tokens.css", "fx.css");

    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(this, "density", Density.COMPACT);
    private final DoubleProperty fontScale = new SimpleDoubleProperty(this, "fontScale", 1);

    public Theme() {
        dark.addListener((property, old, now) -> useColours());
        density.addListener((property, old, now) -> dressAll());
        fontScale.addListener((property, old, now) -> dressAll());
    }

    public BooleanProperty darkProperty() {
        return dark;
    }

    public ObjectProperty<Density> densityProperty() {
        return density;
    }

    /// 1 for 100 %; values outside 80–200 % are drawn in to the nearer end.
    public DoubleProperty fontScaleProperty() {
        return fontScale;
    }

    /// Loads the fonts, sets the colours and dresses every window that is open or will be. Once, on the FX thread.
    public void install() {
        loadFont("NotoSansSC-400Regular-gb2312.ttf");
        loadFont("NotoSansSC-700Bold-gb2312.ttf");
        useColours();
        Window.getWindows().addListener((ListChangeListener<Window>) change -> dressAll());
    }

    private void useColours() {
        Application.setUserAgentStylesheet(
                (dark.get() ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        dressAll();
    }

    private void dressAll() {
        for (var window : List.copyOf(Window.getWindows())) {
            if (window.getScene() != null) dress(window.getScene());
        }
    }

    /// For a scene that is laid out before its window is shown; windows that show are dressed by themselves.
    public void dress(Scene scene) {
        var sheets = new java.util.ArrayList<String>();
        for (var sheet : SHEETS) sheets.add(resource(sheet));
        sheets.add(resource(dark.get() ? "dark.css" : "light.css"));
        sheets.add(inline(density.get().css(clampedScale())));
        if (!scene.getStylesheets().equals(sheets)) scene.getStylesheets().setAll(sheets);
    }

    private double clampedScale() {
        return Math.clamp(fontScale.get(), SMALLEST_SCALE, LARGEST_SCALE);
    }

    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/org/gemba/fx/" + name), name)
                .toExternalForm();
    }

    /// Once loaded, JavaFX takes Chinese glyphs from it wherever the interface's own font has none.
    private static void loadFont(String name) {
        try (var in =
                Objects.requireNonNull(Theme.class.getResourceAsStream("/org/gemba/platform/fonts/" + name), name)) {
            Font.loadFont(in, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
