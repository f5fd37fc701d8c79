package org.gemba.shell.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.gemba.fx.Language;
import org.gemba.fx.theme.Density;
import org.gemba.fx.theme.Theme;

/// Language, theme, density, font scale; each takes effect at once.
final class AppearancePage {
    private final Language language;
    private final Theme theme;
    private final VBox box = new VBox();

    AppearancePage(Appearance appearance) {
        this.language = appearance.language();
        this.theme = appearance.theme();
        box.getStyleClass().add("form");
        box.getChildren()
                .addAll(
                        row("shell.appearance.language", new LanguageSwitch(language).node()),
                        row("shell.appearance.theme", themes()),
                        row("shell.appearance.density", densities()),
                        row("shell.appearance.scale", scale()));
    }

    Node node() {
        return box;
    }

    private Node row(String key, Node control) {
        var label = new Label();
        label.textProperty().bind(language.text(key));
        var row = new VBox(label, control);
        row.getStyleClass().add("field");
        return row;
    }

    private Node themes() {
        var group = new ToggleGroup();
        BooleanProperty dark = theme.darkProperty();
        return choices(
                toggle(group, "shell.appearance.light", "theme-light", dark.not(), () -> dark.set(false)),
                toggle(group, "shell.appearance.dark", "theme-dark", dark, () -> dark.set(true)));
    }

    private Node densities() {
        var group = new ToggleGroup();
        var row = choices();
        for (var density : Density.values()) {
            var chosen = theme.densityProperty().isEqualTo(density);
            row.getChildren()
                    .add(toggle(
                            group,
                            "shell.appearance.density." + density.name(),
                            "density-" + density,
                            chosen,
                            () -> theme.densityProperty().set(density)));
        }
        return row;
    }

    private Node scale() {
        var slider = new Slider(
                Theme.SMALLEST_SCALE,
                Theme.LARGEST_SCALE,
                theme.fontScaleProperty().get());
        slider.setId("font-scale");
        slider.setBlockIncrement(0.1);
        slider.setMajorTickUnit(0.1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.valueProperty().addListener((property, old, now) -> {
            if (!slider.isValueChanging()) theme.fontScaleProperty().set(Math.round(now.doubleValue() * 10) / 10.0);
        });
        slider.valueChangingProperty().addListener((property, old, now) -> {
            if (!now) theme.fontScaleProperty().set(Math.round(slider.getValue() * 10) / 10.0);
        });
        theme.fontScaleProperty().addListener((property, old, now) -> slider.setValue(now.doubleValue()));
        var words = new Label();
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Math.round(theme.fontScaleProperty().get() * 100) + " %", theme.fontScaleProperty()));
        return choices(slider, words);
    }

    private ToggleButton toggle(
            ToggleGroup group, String key, String id, ObservableValue<Boolean> chosen, Runnable choose) {
        var button = new ToggleButton();
        button.setId(id);
        button.setToggleGroup(group);
        button.textProperty().bind(language.text(key));
        button.setSelected(chosen.getValue());
        chosen.addListener((property, old, now) -> button.setSelected(now));
        // bindings are held weakly: this keeps it as long as the button
        button.getProperties().put("chosen", chosen);
        button.setOnAction(event -> {
            choose.run();
            button.setSelected(true);
        });
        return button;
    }

    private static HBox choices(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("choice-row");
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }
}
