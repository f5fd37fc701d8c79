package org.gemba.fx.gantt;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.gemba.fx.Desk;
import org.gemba.fx.Tone;
import org.gemba.fx.gantt.GanttData.Bar;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// Draws what is in sight of a board.
record GanttPainter(Desk desk, GanttViewModel model, GanttBoard board, GanttDrag drag) {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
    private static final double GAP = 2;

    void paint(Pane sheet, Pane titles, Pane heading) {
        sheet.getChildren().clear();
        titles.getChildren().clear();
        heading.getChildren().clear();
        if (model.data().rows().isEmpty()) return;
        paintTime(sheet, heading);
        paintRows(sheet, titles);
        var places = paintBars(sheet);
        paintLinks(sheet, places);
        paintNow(sheet);
    }

    private void paintTime(Pane sheet, Pane heading) {
        var axis = board.axis();
        var zoom = model.zoomProperty().get();
        var from = axis.left().atZone(desk.zone());
        var to = axis.time(sheet.getWidth()).atZone(desk.zone());
        double line = heading.getHeight() / 2;
        for (var at = zoom.upperFloor(from); at.isBefore(to); at = zoom.upperNext(at)) {
            head(
                    heading,
                    axis,
                    at,
                    zoom.upperNext(at),
                    0,
                    line,
                    zoom.upperWords(at, desk.language().locale()));
        }
        for (var at = zoom.lowerFloor(from); at.isBefore(to); at = zoom.lowerNext(at)) {
            var words = zoom.lowerWords(at, desk.language().locale());
            head(heading, axis, at, zoom.lowerNext(at), line, line, words);
            sheet.getChildren().add(line(axis.x(at.toInstant()), 0, sheet.getHeight(), "gantt-grid"));
        }
    }

    /// The words of a step that begins left of the edge stay in sight.
    private static void head(
            Pane heading, TimeAxis axis, ZonedDateTime from, ZonedDateTime to, double y, double height, String words) {
        double left = Math.max(0, axis.x(from.toInstant()));
        double right = Math.min(heading.getWidth(), axis.x(to.toInstant()));
        if (right - left < 8) return;
        var label = new Label(words);
        label.getStyleClass().add("gantt-step");
        label.setMinWidth(0);
        label.resizeRelocate(left, y, right - left, height);
        label.setManaged(false);
        heading.getChildren().add(label);
    }

    private void paintRows(Pane sheet, Pane titles) {
        var rows = model.data().rows();
        for (int i = 0; i < rows.size(); i++) {
            double y = board.top(i);
            double height = board.rowHeight(i);
            if (y + height < 0 || y > sheet.getHeight()) continue;
            var row = rows.get(i);
            var name = new Label(row.title());
            name.getStyleClass().add("line-title");
            var title = new VBox(name);
            if (!row.detail().isEmpty() && height > 2.6 * board.em()) {
                var detail = new Label(row.detail());
                detail.getStyleClass().add("quiet");
                title.getChildren().add(detail);
            }
            title.getStyleClass().add("gantt-title");
            title.setManaged(false);
            title.resizeRelocate(0, y, titles.getWidth(), height);
            Tooltip.install(title, new Tooltip(row.title() + "\n" + row.detail()));
            titles.getChildren().add(title);
            paintClosed(sheet, row, y, height);
            var edge = new Region();
            edge.getStyleClass().add("gantt-row-edge");
            place(sheet, edge, 0, y + height - 1, sheet.getWidth(), 1);
        }
    }

    private void paintClosed(Pane sheet, GanttData.Row row, double y, double height) {
        var axis = board.axis();
        for (var span : row.closed()) {
            double left = Math.max(0, axis.x(span.from()));
            double right = Math.min(sheet.getWidth(), axis.x(span.to()));
            if (right <= left) continue;
            var shade = new Region();
            shade.getStyleClass().add("gantt-closed");
            place(sheet, shade, left, y, right - left, height);
        }
    }

    private Map<String, Region> paintBars(Pane sheet) {
        var axis = board.axis();
        var places = new HashMap<String, Region>();
        for (var bar : model.data().bars()) {
            double y = board.top(model.rowOf(bar)) + board.laneOf(bar) * board.laneHeight() + board.em() / 4;
            double left = axis.x(bar.start());
            double right = axis.x(bar.end());
            if (right < 0 || left > sheet.getWidth() || y + board.laneHeight() < 0 || y > sheet.getHeight()) continue;
            var node = node(bar, left < 0 ? -left : 0);
            place(sheet, node, left, y + GAP, Math.max(3, right - left - 1), board.laneHeight() - 2 * GAP);
            drag.attach(node, bar);
            places.put(bar.id(), node);
            if (bar.due() != null) paintDue(sheet, bar, y, axis.x(Objects.requireNonNull(bar.due())));
        }
        return places;
    }

    /// @param hidden how much of it lies left of the edge; the label begins after that
    private Label node(Bar bar, double hidden) {
        var node = new Label(bar.label());
        node.setMinWidth(0);
        node.setId("bar-" + bar.id());
        var tone = board.byLatenessProperty().get() ? (bar.isLate() ? Tone.LATE : Tone.DONE) : bar.tone();
        node.getStyleClass().addAll("gantt-bar", "bar-" + tone.styleClass());
        node.setTranslateX(0);
        if (bar.isLate()) node.setGraphic(new FontIcon(MaterialDesignA.ALERT_CIRCLE_OUTLINE));
        else if (!bar.movable()) node.setGraphic(new FontIcon(MaterialDesignL.LOCK_OUTLINE));
        if (hidden > 0) node.setPadding(new javafx.geometry.Insets(0, 4, 0, hidden + 4));
        var chosen = model.selectedProperty().get();
        node.pseudoClassStateChanged(CHOSEN, chosen != null && chosen.id().equals(bar.id()));
        node.pseudoClassStateChanged(FIXED, !bar.movable());
        node.setAccessibleText(words(bar));
        node.setTooltip(new Tooltip(words(bar)));
        return node;
    }

    private String words(Bar bar) {
        var formats = desk.formats();
        var due = bar.due() == null
                ? ""
                : "\n"
                        + desk.language()
                                .now(bar.isLate() ? "fx.gantt.late" : "fx.gantt.due", formats.dayTime(bar.due()));
        var detail = bar.detail().isEmpty() ? "" : "\n" + bar.detail();
        return bar.label() + detail + "\n" + formats.dayTime(bar.start()) + " – " + formats.dayTime(bar.end()) + due;
    }

    private void paintDue(Pane sheet, Bar bar, double y, double x) {
        if (x < 0 || x > sheet.getWidth()) return;
        var mark = line(x, y, y + board.laneHeight(), bar.isLate() ? "gantt-due-missed" : "gantt-due");
        sheet.getChildren().add(mark);
    }

    /// Right angles from the end of one bar to the start of the next.
    private static void paintLink(Pane sheet, Region from, Region to) {
        double x1 = from.getLayoutX() + from.getWidth();
        double y1 = from.getLayoutY() + from.getHeight() / 2;
        double x2 = to.getLayoutX();
        double y2 = to.getLayoutY() + to.getHeight() / 2;
        double bend = Math.max(x1 + 6, x2 - 6);
        var path = new Path(
                new MoveTo(x1, y1),
                new LineTo(bend, y1),
                new LineTo(bend, y2),
                new LineTo(x2, y2),
                new MoveTo(x2 - 4, y2 - 3),
                new LineTo(x2, y2),
                new LineTo(x2 - 4, y2 + 3));
        path.getStyleClass().add("gantt-link");
        path.setMouseTransparent(true);
        sheet.getChildren().add(path);
    }

    private void paintLinks(Pane sheet, Map<String, Region> places) {
        for (var link : model.data().links()) {
            var from = places.get(link.fromBar());
            var to = places.get(link.toBar());
            if (from != null && to != null) paintLink(sheet, from, to);
        }
    }

    private void paintNow(Pane sheet) {
        Instant now = desk.clock().instant();
        double x = board.axis().x(now);
        if (x < 0 || x > sheet.getWidth()) return;
        sheet.getChildren().add(line(x, 0, sheet.getHeight(), "gantt-now"));
    }

    private static Node line(double x, double top, double bottom, String style) {
        double crisp = Math.floor(x) + 0.5;
        var line = new Path(new MoveTo(crisp, top), new LineTo(crisp, bottom));
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        return line;
    }

    private static void place(Pane sheet, Region node, double x, double y, double width, double height) {
        node.setManaged(false);
        node.resizeRelocate(x, y, width, height);
        sheet.getChildren().add(node);
    }
}
