package org.gemba.shell.window;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.gemba.fx.Desk;
import org.gemba.fx.Part;
import org.gemba.fx.Screen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The panel at the right: hosts what features put there, one at a time, built when it is first opened.
final class SidePanel {
    private static final double SHARE = 0.72;

    private final Desk desk;
    private final List<Part> parts;
    private final Layouts layouts;
    private final SplitPane split = new SplitPane();
    private @Nullable Screen shown;
    private @Nullable BorderPane panel;

    SidePanel(Desk desk, List<Part> parts, Layouts layouts) {
        this.desk = desk;
        this.parts = parts;
        this.layouts = layouts;
        split.getStyleClass().add("side-split");
    }

    Node around(Node centre) {
        split.getItems().setAll(centre);
        if (layouts.isSideOpen()) open();
        return split;
    }

    boolean hasPanels() {
        return !parts.isEmpty();
    }

    void toggle() {
        if (isOpen()) close();
        else open();
    }

    void hide() {
        if (isOpen() && shown != null) shown.onHide();
    }

    void show() {
        if (isOpen() && shown != null) shown.onShow();
    }

    private boolean isOpen() {
        return split.getItems().size() > 1;
    }

    private void open() {
        if (parts.isEmpty()) return;
        var built = panel == null ? build(parts.getFirst()) : panel;
        panel = built;
        split.getItems().add(built);
        split.setDividerPositions(SHARE);
        layouts.keepSide(true);
        if (shown != null) shown.onShow();
    }

    private void close() {
        hide();
        split.getItems().removeLast();
        layouts.keepSide(false);
    }

    private BorderPane build(Part part) {
        var screen = part.create().get();
        shown = screen;
        var title = new Label(null, new FontIcon(part.icon()));
        title.textProperty().bind(desk.language().text(part.titleKey()));
        title.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var close = new Button(null, new FontIcon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("button-icon", "flat");
        close.accessibleTextProperty().bind(desk.language().text("fx.close"));
        close.setOnAction(event -> close());
        var head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("side-head");
        var box = new BorderPane(screen.node());
        box.setTop(head);
        box.getStyleClass().add("side-panel");
        SplitPane.setResizableWithParent(box, false);
        return box;
    }
}
