package org.gemba.tracking.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.chart.ShareBar;
import org.gemba.tracking.FoundOrder;
import org.gemba.tracking.TrackedMaterial;
import org.jspecify.annotations.Nullable;

/// One order as its customer sees it: how far it is, and each material with its steps.
final class OrderCard {
    private static final double WIDTH = 360;

    private final Desk desk;
    private final VBox box = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(box);
    private @Nullable FoundOrder shown;

    OrderCard(Desk desk) {
        this.desk = desk;
        scroll.setFitToWidth(true);
        scroll.setMinWidth(WIDTH);
        scroll.setPrefWidth(WIDTH);
        scroll.setFocusTraversable(true);
        box.setStyle("-fx-padding: 0 0.8em 0 0;");
        desk.language().localeProperty().addListener((property, old, now) -> show(shown));
        show(null);
    }

    Node node() {
        return scroll;
    }

    void show(@Nullable FoundOrder found) {
        shown = found;
        box.getChildren().clear();
        if (found == null) {
            box.getChildren().add(Parts.quiet(desk, "tracking.preview.choose"));
            return;
        }
        var order = found.order();
        var number = new Label(order.orderNo());
        number.getStyleClass().add("screen-title");
        var status = new StatusLabel(desk.language());
        status.show(Parts.status(order.status()));
        var formats = desk.formats();
        var dates = Parts.quiet();
        dates.setText(desk.language()
                .now(
                        "tracking.preview.dates",
                        formats.day(order.orderDate()),
                        order.deliveryDate() == null ? "–" : formats.day(order.deliveryDate())));
        box.getChildren()
                .addAll(row(number, gap(), status), dates, bar(order.progress().doubleValue() / 100));
        order.materials().forEach(material -> box.getChildren().add(material(found, material)));
        var source = Parts.quiet();
        source.setText(desk.language()
                .now(
                        found.cacheHit() ? "tracking.preview.stored" : "tracking.preview.live",
                        formats.dayTime(found.asOf())));
        box.getChildren().add(source);
    }

    private Node material(FoundOrder found, TrackedMaterial material) {
        var name = new Label(material.name());
        name.setWrapText(true);
        name.getStyleClass().add("chart-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        var status = new StatusLabel(desk.language());
        status.setMinWidth(Region.USE_PREF_SIZE);
        status.show(Parts.status(material.status()));
        var code = Parts.quiet();
        code.setText(String.join(
                " · ",
                java.util.stream.Stream.of(material.code(), found.variant(material), material.specification())
                        .filter(text -> !text.isEmpty())
                        .toList()));
        var formats = desk.formats();
        var figures = Parts.quiet();
        figures.setText(desk.language()
                .now(
                        "tracking.preview.figures",
                        formats.number(material.ordered()),
                        formats.number(material.received()),
                        formats.number(material.delivered())));
        var card = new VBox(4, row(name, status), code, bar(material.progress().doubleValue() / 100), figures);
        card.setStyle("-fx-border-color: -color-border-muted; -fx-border-width: 1 0 0 0; -fx-padding: 0.6em 0 0 0;");
        return card;
    }

    private Node bar(double share) {
        var bar = new ShareBar();
        bar.show(share, desk.formats().percent(java.math.BigDecimal.valueOf(share)));
        bar.setMaxWidth(Double.MAX_VALUE);
        return bar;
    }

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
