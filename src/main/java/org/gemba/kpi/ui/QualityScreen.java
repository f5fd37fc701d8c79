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
import org.gemba.kpi.DefectType;
import org.gemba.kpi.Inspection;
import org.gemba.kpi.InspectionMethod;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.NewInspection;
import org.gemba.kpi.RootCause;
import org.gemba.kpi.ShopFloorService;
import org.gemba.kpi.ShopFloorService.OfOrder;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What inspections found.
final class QualityScreen {
    private static final int MOST = 5_000;

    private QualityScreen() {}

    static RecordScreen<OfOrder<Inspection>> of(Desk desk, KpiDoor kpi) {
        var about = new RecordScreen.About(KpiScreens.QUALITY, "kpi.quality.title", MaterialDesignM.MAGNIFY_SCAN, 13);
        var screen = new RecordScreen<OfOrder<Inspection>>(
                desk,
                kpi,
                about,
                (caller, client, from, to) -> kpi.shopFloor()
                        .inspections(caller, new ShopFloorService.Asked(client.clientId(), null, from, to, MOST, 0))
                        .rows());
        var language = desk.language();
        List<GridColumn<OfOrder<Inspection>>> columns = List.of(
                GridColumn.day(
                        "day", "kpi.field.shift_date", found -> found.row().shiftDate()),
                GridColumn.<OfOrder<Inspection>>text("workOrder", "kpi.field.work_order_id", OfOrder::workOrderId)
                        .width(13),
                GridColumn.<OfOrder<Inspection>>text(
                                "operation",
                                "kpi.field.operation_checked",
                                found -> found.row().operationChecked())
                        .width(8),
                GridColumn.<OfOrder<Inspection>>text(
                                "method",
                                "kpi.field.method",
                                found ->
                                        Words.of(language, "method", found.row().method()))
                        .width(9),
                count("inspected", "kpi.field.units_inspected", Inspection::unitsInspected),
                count("passed", "kpi.field.units_passed", Inspection::unitsPassed),
                count("defective", "kpi.field.units_defective", Inspection::unitsDefective),
                count("defects", "kpi.field.total_defects_count", Inspection::totalDefects),
                count("rework", "kpi.field.units_rework", Inspection::unitsRework),
                count("repair", "kpi.field.units_repair", Inspection::unitsRepair),
                GridColumn.<OfOrder<Inspection>>text(
                                "types",
                                "kpi.field.defects",
                                found -> found.row().defects().stream()
                                        .map(defect ->
                                                Words.of(language, "defect", defect.type()) + " " + defect.count())
                                        .collect(java.util.stream.Collectors.joining(", ")))
                        .width(10));
        return screen.build(
                GridSpec.of("kpi.inspectionList", columns).whenEmpty("kpi.quality.empty", null),
                List.of(),
                new Entering(desk, kpi, screen));
    }

    private static GridColumn<OfOrder<Inspection>> count(
            String id, String key, java.util.function.ToLongFunction<Inspection> value) {
        return GridColumn.<OfOrder<Inspection>>number(id, key, found -> value.applyAsLong(found.row()))
                .width(6.5)
                .withTotal();
    }

    private static final class Entering implements RecordScreen.Input {
        private final Desk desk;
        private final KpiDoor kpi;
        private final Form form;
        private final OrderChoice order;
        private final DatePicker day = new DatePicker();
        private final TextField operation;
        private final ComboBox<InspectionMethod> method;
        private final TextField inspected;
        private final TextField passed;
        private final TextField defective;
        private final TextField defects;
        private final TextField rework;
        private final TextField repair;
        private final ComboBox<DefectType> type;
        private final ComboBox<RootCause> cause;

        Entering(Desk desk, KpiDoor kpi, RecordScreen<?> screen) {
            this.desk = desk;
            this.kpi = kpi;
            this.form = new Form(desk.language());
            this.order = new OrderChoice(desk, kpi, screen.jobs);
            this.method = Words.choice(desk.language(), "method", InspectionMethod.values());
            this.type = Words.choice(desk.language(), "defect", DefectType.values());
            this.cause = Words.choice(desk.language(), "cause", RootCause.values());
            form.control("work_order_id", "kpi.field.work_order_id", order.box());
            form.control("shift_date", "kpi.field.shift_date", day);
            this.operation = form.text("operation_checked", "kpi.field.operation_checked", FieldCheck.required());
            form.control("method", "kpi.field.method", method);
            var must = FieldCheck.required().and(Fields.count());
            this.inspected = form.text("units_inspected", "kpi.field.units_inspected", must);
            this.passed = form.text("units_passed", "kpi.field.units_passed", must);
            this.defective = form.text("units_defective", "kpi.field.units_defective", must);
            this.defects = form.text("total_defects_count", "kpi.field.total_defects_count", Fields.count());
            this.rework = form.text("units_rework", "kpi.field.units_rework", Fields.count());
            this.repair = form.text("units_repair", "kpi.field.units_repair", Fields.count());
            form.control("defect_type", "kpi.field.defect_type", type);
            form.control("root_cause", "kpi.field.root_cause", cause);
            day.setValue(LocalDate.ofInstant(desk.clock().instant(), desk.zone()));
            method.setValue(InspectionMethod.VISUAL);
            cause.setValue(RootCause.UNKNOWN);
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
            long bad = Fields.whole(defective);
            long count = Fields.text(defects) == null ? bad : Fields.whole(defects);
            var told = type.getValue() == null || count == 0
                    ? List.<Inspection.Defect>of()
                    : List.of(new Inspection.Defect(type.getValue(), cause.getValue(), count));
            var asked = new NewInspection(
                    order.number(),
                    client.clientId(),
                    day.getValue(),
                    Fields.required(operation),
                    method.getValue(),
                    Fields.whole(inspected),
                    Fields.whole(passed),
                    bad,
                    count,
                    Fields.whole(rework),
                    Fields.whole(repair),
                    told);
            return () -> {
                kpi.shopFloor().addInspection(caller, asked);
                return desk.language().now("kpi.quality.saved", asked.unitsInspected(), asked.workOrderId());
            };
        }

        @Override
        public void cleared() {
            for (var field : List.of(inspected, passed, defective, defects, rework, repair)) field.clear();
            type.setValue(null);
            inspected.requestFocus();
        }
    }
}
