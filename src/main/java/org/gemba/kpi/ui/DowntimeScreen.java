package org.gemba.kpi.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.Client;
import org.gemba.kpi.Downtime;
import org.gemba.kpi.DowntimeReason;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.NewDowntime;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.ShopFloorService;
import org.gemba.kpi.ShopFloorService.OfOrder;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Where lines stood still, and why.
final class DowntimeScreen {
    private static final int MOST = 5_000;

    private DowntimeScreen() {}

    static RecordScreen<OfOrder<Downtime>> of(Desk desk, KpiDoor kpi) {
        var about = new RecordScreen.About(
                KpiScreens.DOWNTIME, "kpi.downtime.title", MaterialDesignT.TIMER_OFF_OUTLINE, 13);
        var screen = new RecordScreen<OfOrder<Downtime>>(
                desk,
                kpi,
                about,
                (caller, client, from, to) -> kpi.shopFloor()
                        .downtime(caller, new ShopFloorService.Asked(client.clientId(), null, from, to, MOST, 0))
                        .rows());
        var language = desk.language();
        List<GridColumn<OfOrder<Downtime>>> columns = List.of(
                GridColumn.day(
                        "day", "kpi.field.shift_date", found -> found.row().shiftDate()),
                GridColumn.<OfOrder<Downtime>>text(
                                "shift",
                                "kpi.field.shift_type",
                                found -> Words.of(language, "shift", found.row().shiftType()))
                        .width(7),
                GridColumn.<OfOrder<Downtime>>text("workOrder", "kpi.field.work_order_id", OfOrder::workOrderId)
                        .width(14),
                GridColumn.<OfOrder<Downtime>>text(
                                "reason",
                                "kpi.field.reason",
                                found ->
                                        Words.of(language, "reason", found.row().reason()))
                        .width(11),
                GridColumn.<OfOrder<Downtime>>number(
                                "minutes",
                                "kpi.field.minutes",
                                found -> found.row().minutes())
                        .withTotal(),
                GridColumn.<OfOrder<Downtime>>text(
                                "notes", "kpi.field.notes", found -> found.row().notes())
                        .width(10),
                GridColumn.<OfOrder<Downtime>>text(
                                "by",
                                "kpi.field.created_by",
                                found -> found.row().createdBy())
                        .width(7));
        return screen.build(
                GridSpec.of("kpi.downtimeList", columns).whenEmpty("kpi.downtime.empty", null),
                List.of(),
                new Entering(desk, kpi, screen));
    }

    private static final class Entering implements RecordScreen.Input {
        private final Desk desk;
        private final KpiDoor kpi;
        private final Form form;
        private final OrderChoice order;
        private final DatePicker day = new DatePicker();
        private final ComboBox<ShiftType> shift;
        private final ComboBox<DowntimeReason> reason;
        private final TextField minutes;
        private final TextField notes;

        Entering(Desk desk, KpiDoor kpi, RecordScreen<?> screen) {
            this.desk = desk;
            this.kpi = kpi;
            this.form = new Form(desk.language());
            this.order = new OrderChoice(desk, kpi, screen.jobs);
            this.shift = Words.choice(desk.language(), "shift", ShiftType.values());
            this.reason = Words.choice(desk.language(), "reason", DowntimeReason.values());
            form.control("work_order_id", "kpi.field.work_order_id", order.box());
            form.control("shift_date", "kpi.field.shift_date", day);
            form.control("shift_type", "kpi.field.shift_type", shift);
            form.control("reason", "kpi.field.reason", reason);
            this.minutes = form.text(
                    "minutes", "kpi.field.minutes", FieldCheck.required().and(FieldCheck.wholeNumber(1, 1440)));
            this.notes = form.text("notes", "kpi.field.notes", FieldCheck.NONE);
            day.setValue(LocalDate.ofInstant(desk.clock().instant(), desk.zone()));
            shift.setValue(ShiftType.SHIFT_1ST);
            reason.setValue(DowntimeReason.EQUIPMENT_FAILURE);
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public void shown(Client client) {
            order.show(client);
        }

        @Override
        public @Nullable Callable<String> saving(Caller caller, Client client) {
            if (!form.isGood() || day.getValue() == null) return null;
            var asked = new NewDowntime(
                    order.number(),
                    client.clientId(),
                    day.getValue(),
                    shift.getValue(),
                    reason.getValue(),
                    (int) Fields.whole(minutes),
                    Fields.text(notes));
            return () -> {
                kpi.shopFloor().addDowntime(caller, asked);
                return desk.language().now("kpi.downtime.saved", asked.minutes(), asked.workOrderId());
            };
        }

        @Override
        public void cleared() {
            minutes.clear();
            notes.clear();
            minutes.requestFocus();
        }
    }
}
