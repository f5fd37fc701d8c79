package org.gemba.kpi.ui;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import org.gemba.access.Caller;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.Client;
import org.gemba.kpi.HoldReason;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.NewWorkOrder;
import org.gemba.kpi.OrderProgress;
import org.gemba.kpi.Priority;
import org.gemba.kpi.WorkOrderStatus;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Work orders: the list, a form for a new one, and the steps that an order can take.
final class OrdersScreen {
    private static final int MOST = 2_000;

    private OrdersScreen() {}

    static RecordScreen<OrderProgress> of(Desk desk, KpiDoor kpi) {
        var about = new RecordScreen.About(
                KpiScreens.ORDERS, "kpi.orders.title", MaterialDesignC.CLIPBOARD_LIST_OUTLINE, 60);
        var screen = new RecordScreen<OrderProgress>(
                desk,
                kpi,
                about,
                (caller, client, from, to) ->
                        kpi.workOrders().progress(caller, client.clientId(), from, to.plusDays(60), MOST));
        var input = new Planning(desk, kpi);
        var hold = step("hold", MaterialDesignP.PAUSE_CIRCLE_OUTLINE, screen, (caller, order) -> {
            var reason = input.reason.getValue();
            kpi.workOrders()
                    .hold(
                            caller,
                            order.order().workOrderId(),
                            order.order().clientId(),
                            reason == null ? HoldReason.OTHER : reason,
                            input.detailNow(),
                            null);
        });
        var resume = step(
                "resume",
                MaterialDesignP.PLAY_CIRCLE_OUTLINE,
                screen,
                (caller, order) -> kpi.workOrders()
                        .resume(
                                caller,
                                order.order().workOrderId(),
                                order.order().clientId(),
                                null));
        var complete = step(
                "complete",
                MaterialDesignC.CHECK_CIRCLE_OUTLINE,
                screen,
                (caller, order) -> kpi.workOrders()
                        .setStatus(
                                caller,
                                order.order().workOrderId(),
                                order.order().clientId(),
                                WorkOrderStatus.COMPLETED));
        var board = Action.of(
                        "kpi.ordersBoard",
                        "kpi.board.title",
                        MaterialDesignC.CARD_TEXT_OUTLINE,
                        () -> desk.navigator().open(KpiScreens.BOARD))
                .shortcut("Shortcut+Alt+B");
        var spec = GridSpec.of("kpi.orderList", columns(desk))
                .withActions(List.of(hold, resume, complete))
                .whenEmpty("kpi.orders.empty", null);
        return screen.build(spec, List.of(board, hold, resume, complete), input);
    }

    private interface Step {
        void take(Caller caller, OrderProgress order);
    }

    private static Action step(
            String name, org.kordamp.ikonli.Ikon icon, RecordScreen<OrderProgress> screen, Step step) {
        return Action.of("kpi.orders." + name, "kpi.orders." + name, icon, () -> {
                    var chosen = screen.grid().selectedRowsNow();
                    if (chosen.isEmpty()) return;
                    screen.run(
                            caller -> chosen.forEach(order -> step.take(caller, order)),
                            "kpi.orders.done",
                            chosen.size());
                })
                .needs(Permission.WORK_ORDERS_WRITE);
    }

    private static List<GridColumn<OrderProgress>> columns(Desk desk) {
        return List.of(
                GridColumn.<OrderProgress>text(
                                "number",
                                "kpi.field.work_order_id",
                                row -> row.order().workOrderId())
                        .width(13),
                GridColumn.<OrderProgress>text(
                                "style",
                                "kpi.field.style_model",
                                row -> row.order().styleModel())
                        .width(11),
                GridColumn.<OrderProgress>status(
                                "status",
                                "kpi.field.status",
                                row -> status(row.order().status()))
                        .width(8),
                GridColumn.<OrderProgress>text(
                                "hold", "kpi.field.hold", row -> Words.of(desk.language(), "hold", row.holdReason()))
                        .width(9),
                GridColumn.<OrderProgress>number(
                                "planned",
                                "kpi.field.planned_quantity",
                                row -> row.order().plannedQuantity())
                        .withTotal(),
                GridColumn.<OrderProgress>number("produced", "kpi.field.units_produced", OrderProgress::produced)
                        .withTotal(),
                GridColumn.<OrderProgress>share("share", "kpi.field.done", OrderProgress::share)
                        .width(7),
                GridColumn.day(
                        "start",
                        "kpi.field.planned_start_date",
                        row -> row.order().plannedStartDate()),
                GridColumn.day(
                        "ship",
                        "kpi.field.planned_ship_date",
                        row -> row.order().plannedShipDate()),
                GridColumn.<OrderProgress>number(
                                "cycle",
                                "kpi.field.ideal_cycle_time",
                                row -> row.order().idealCycleTime())
                        .width(6),
                GridColumn.<OrderProgress>text(
                                "mto",
                                "kpi.field.mto_number",
                                row -> row.order().mtoNumber())
                        .width(8)
                        .hiddenAtFirst(),
                GridColumn.<OrderProgress>text(
                                "po", "kpi.field.po_number", row -> row.order().poNumber())
                        .width(8)
                        .hiddenAtFirst());
    }

    static Status status(WorkOrderStatus status) {
        var key = "kpi.status." + status.name();
        return switch (status) {
            case ACTIVE -> new Status("active", key, Tone.RUNNING, MaterialDesignP.PLAY_CIRCLE_OUTLINE, 1);
            case ON_HOLD -> new Status("hold", key, Tone.STOPPED, MaterialDesignP.PAUSE_CIRCLE_OUTLINE, 0);
            case COMPLETED -> new Status("completed", key, Tone.DONE, MaterialDesignC.CHECK_CIRCLE_OUTLINE, 2);
            case REJECTED -> new Status("rejected", key, Tone.FAILED, MaterialDesignC.CLOSE_CIRCLE_OUTLINE, 3);
            case CANCELLED -> new Status("cancelled", key, Tone.QUIET, MaterialDesignC.CANCEL, 4);
        };
    }

    private static final class Planning implements RecordScreen.Input {
        private final Desk desk;
        private final KpiDoor kpi;
        private final Form form;
        private final TextField number;
        private final TextField style;
        private final TextField quantity;
        private final DatePicker start = new DatePicker();
        private final DatePicker ship = new DatePicker();
        private final TextField cycle;
        private final ComboBox<Priority> priority;
        private final TextField purchase;
        private final ComboBox<HoldReason> reason;
        private final TextField detail = new TextField();
        private volatile String told = "";

        Planning(Desk desk, KpiDoor kpi) {
            this.desk = desk;
            this.kpi = kpi;
            this.form = new Form(desk.language());
            this.priority = Words.choice(desk.language(), "priority", Priority.values());
            this.reason = Words.choice(desk.language(), "hold", HoldReason.values());
            this.number = form.text("work_order_id", "kpi.field.work_order_id", FieldCheck.required());
            this.style = form.text("style_model", "kpi.field.style_model", FieldCheck.required());
            this.quantity = form.text(
                    "planned_quantity",
                    "kpi.field.planned_quantity",
                    FieldCheck.required().and(FieldCheck.wholeNumber(1, 1_000_000_000)));
            form.control("planned_start_date", "kpi.field.planned_start_date", start);
            form.control("planned_ship_date", "kpi.field.planned_ship_date", ship);
            this.cycle = form.text("ideal_cycle_time", "kpi.field.ideal_cycle_time", Fields.number());
            form.control("priority_level", "kpi.field.priority_level", priority);
            this.purchase = form.text("po_number", "kpi.field.po_number", FieldCheck.NONE);
            priority.setValue(Priority.STANDARD);
            reason.setValue(HoldReason.QUALITY_ISSUE);
            form.control("reason", "kpi.orders.hold.reason", reason);
            form.control("detail", "kpi.orders.hold.detail", detail);
            detail.textProperty().addListener((property, old, now) -> told = now == null ? "" : now);
        }

        /// Read on a worker's thread.
        String detailNow() {
            return told;
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public @Nullable Callable<String> saving(Caller caller, Client client) {
            if (!form.isGood()) return null;
            var asked = new NewWorkOrder(
                    Fields.required(number),
                    client.clientId(),
                    Fields.required(style),
                    Fields.whole(quantity),
                    start.getValue(),
                    ship.getValue(),
                    null,
                    null,
                    null,
                    Fields.numberOrNull(cycle),
                    priority.getValue(),
                    Fields.text(purchase),
                    null,
                    null);
            return () -> desk.language()
                    .now(
                            "kpi.orders.created",
                            kpi.workOrders().create(caller, asked).workOrderId());
        }

        @Override
        public void cleared() {
            for (var field : List.of(number, quantity, cycle, purchase)) field.clear();
            number.requestFocus();
        }
    }
}
