package org.gemba.shell.window;

import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.ScreenSpec;
import org.gemba.fx.ScreenSpec.Area;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens by area, as icons with words or icons alone.
final class NavRail {
    private static final PseudoClass IN_FRONT = PseudoClass.getPseudoClass("in-front");

    private final Desk desk;
    private final Tabs tabs;
    private final BooleanProperty collapsed = new SimpleBooleanProperty();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane(column);

    NavRail(Desk desk, List<ScreenSpec> specs, Tabs tabs, Layouts layouts) {
        this.desk = desk;
        this.tabs = tabs;
        collapsed.set(layouts.isRailCollapsed());
        collapsed.addListener((property, old, now) -> layouts.keepRail(now));
        column.getStyleClass().add("rail");
        scroll.getStyleClass().add("rail-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        for (var area : Area.values()) {
            var ofArea = specs.stream().filter(spec -> spec.area() == area).toList();
            if (area != Area.NONE && !ofArea.isEmpty()) add(area, ofArea);
        }
    }

    Node node() {
        return scroll;
    }

    void toggle() {
        collapsed.set(!collapsed.get());
    }

    private void add(Area area, List<ScreenSpec> specs) {
        if (area != Area.HOME) column.getChildren().add(heading(area));
        for (var spec : specs) column.getChildren().add(button(spec));
    }

    private Label heading(Area area) {
        var words = new Label();
        words.textProperty().bind(desk.language().text("shell.area." + area.name()));
        words.getStyleClass().add("rail-heading");
        words.visibleProperty().bind(collapsed.not());
        words.managedProperty().bind(collapsed.not());
        return words;
    }

    private Button button(ScreenSpec spec) {
        var button = new Button();
        button.setId("nav-" + spec.id().replace('.', '-'));
        button.textProperty().bind(desk.language().text(spec.titleKey()));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setGraphic(new FontIcon(spec.icon()));
        button.getStyleClass().add("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.contentDisplayProperty()
                .bind(Bindings.when(collapsed).then(ContentDisplay.GRAPHIC_ONLY).otherwise(ContentDisplay.LEFT));
        var tip = new Tooltip();
        tip.textProperty().bind(button.textProperty());
        button.tooltipProperty().bind(Bindings.createObjectBinding(() -> collapsed.get() ? tip : null, collapsed));
        button.setOnAction(event -> tabs.open(spec.id(), Map.of()));
        tabs.currentProperty().addListener((property, old, now) -> {
            boolean inFront = spec.id().equals(now);
            button.pseudoClassStateChanged(IN_FRONT, inFront);
            if (inFront) desk.background().afterThis(() -> reveal(button));
        });
        return button;
    }

    /// Many features make the rail longer than the window.
    private void reveal(Button button) {
        double seen = scroll.getViewportBounds().getHeight();
        double beyond = column.getHeight() - seen;
        if (beyond <= 0) return;
        double top = scroll.getVvalue() * beyond;
        double from = button.getBoundsInParent().getMinY();
        double to = button.getBoundsInParent().getMaxY();
        if (from < top) scroll.setVvalue(from / beyond);
        else if (to > top + seen) scroll.setVvalue((to - seen) / beyond);
    }
}
