package org.gemba.mto.ui;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.StatusLabel;
import org.gemba.fx.Tone;
import org.gemba.mto.MtoStatus;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/// The order above its materials: customer, promised day, kind, and where the data comes from and how old it is.
final class OrderHeader {
    private static final Status LATE =
            new Status("late", "mto.order.late", Tone.LATE, MaterialDesignC.CLOCK_ALERT_OUTLINE, 0);

    private static final double WHOLE_LINE = 900;

    private final Desk desk;
    private final Label number = new Label();
    private final Label customer = new Label();
    private final Label delivery = new Label();
    private final Label kind = new Label();
    private final Label counts = new Label();
    private final StatusLabel late;
    private final StatusLabel source;
    private final VBox box;

    OrderHeader(Desk desk, OrderViewModel model) {
        this.desk = desk;
        this.late = new StatusLabel(desk.language());
        this.source = new StatusLabel(desk.language());
        number.setText(model.mtoNumber());
        number.getStyleClass().add("screen-title");
        source.setId("mto-source");
        late.setId("mto-late");
        var facts = new FlowPane(customer, delivery, late, kind, counts, source);
        facts.setPrefWrapLength(WHOLE_LINE);
        facts.getStyleClass().add("facts");
        box = new VBox(number, facts, problem(model));
        box.getStyleClass().add("order-header");
        model.statusProperty().addListener((property, old, now) -> show(model));
        desk.language().localeProperty().addListener((property, old, now) -> show(model));
    }

    Node node() {
        return box;
    }

    private void show(OrderViewModel model) {
        var status = model.statusProperty().get();
        if (status == null) return;
        var parent = status.parent();
        customer.setText(parent.customerName().isEmpty() ? words("mto.order.customer.unknown") : parent.customerName());
        var due = parent.deliveryDate();
        delivery.setText(
                due == null
                        ? words("mto.order.delivery.unknown")
                        : words("mto.order.delivery", desk.formats().day(due)));
        showLate(due, parent.closed());
        var type = parent.type();
        kind.setText(word("market", type.market()) + " · " + word("purpose", type.purpose())
                + (parent.closed() ? " · " + words("mto.order.closed") : ""));
        var lines = model.lines();
        long open = lines.stream()
                .filter(line -> !line.state().code().equals("completed"))
                .count();
        counts.setText(words("mto.order.counts", lines.size(), open));
        source.show(
                source(status), desk.formats().asOf(status.asOf(), desk.clock().instant()));
    }

    private void showLate(@Nullable LocalDate due, boolean closed) {
        var today = LocalDate.ofInstant(desk.clock().instant(), desk.zone());
        late.setVisible(false);
        if (due != null && due.isBefore(today) && !closed) late.show(LATE, ChronoUnit.DAYS.between(due, today));
    }

    private static Status source(MtoStatus status) {
        return switch (status.source()) {
            case LIVE -> new Status("live", "mto.order.live", Tone.DONE, MaterialDesignC.CLOUD_CHECK_OUTLINE, 0);
            case CACHE -> new Status("cache", "mto.order.cached", Tone.QUIET, MaterialDesignD.DATABASE_OUTLINE, 1);
            case STALE -> new Status("stale", "mto.order.old", Tone.SHORT, MaterialDesignC.CLOUD_OFF_OUTLINE, 2);
        };
    }

    private Node problem(OrderViewModel model) {
        var problem = new Label();
        problem.setId("mto-problem");
        problem.getStyleClass().add("page-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(Bindings.isNotEmpty(model.problemProperty()));
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private String word(String of, Enum<?> value) {
        return words("mto." + of + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private String words(String key, Object... arguments) {
        return desk.language().now(key, arguments);
    }
}
