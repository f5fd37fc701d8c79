package org.gemba.kpi.ui;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.form.FieldCheck;
import org.gemba.fx.form.Form;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.AbsenceType;
import org.gemba.kpi.Attendance;
import org.gemba.kpi.Client;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.NewAttendance;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.ShopFloorService;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// Who was there, who was not, and who stood in.
final class AttendanceScreen {
    private static final int MOST = 20_000;

    private AttendanceScreen() {}

    static RecordScreen<Attendance> of(Desk desk, KpiDoor kpi) {
        var about = new RecordScreen.About(
                KpiScreens.ATTENDANCE, "kpi.attendance.title", MaterialDesignA.ACCOUNT_CLOCK_OUTLINE, 6);
        var screen = new RecordScreen<Attendance>(
                desk,
                kpi,
                about,
                (caller, client, from, to) -> kpi.shopFloor()
                        .attendance(caller, new ShopFloorService.Asked(client.clientId(), null, from, to, MOST, 0))
                        .rows());
        var language = desk.language();
        List<GridColumn<Attendance>> columns = List.of(
                GridColumn.day("day", "kpi.field.shift_date", Attendance::shiftDate),
                GridColumn.<Attendance>text(
                                "shift", "kpi.field.shift_type", row -> Words.of(language, "shift", row.shiftType()))
                        .width(7),
                GridColumn.<Attendance>text("employee", "kpi.field.employee_id", Attendance::employeeId)
                        .width(8),
                GridColumn.<Attendance>status("state", "kpi.field.state", AttendanceScreen::status)
                        .width(10),
                GridColumn.<Attendance>text(
                                "type",
                                "kpi.field.absence_type",
                                row -> Words.of(language, "absence", row.absenceType()))
                        .width(10),
                GridColumn.<Attendance>number("scheduled", "kpi.field.scheduled_hours", Attendance::scheduledHours)
                        .withTotal(),
                GridColumn.<Attendance>number("actual", "kpi.field.actual_hours", Attendance::actualHours)
                        .withTotal(),
                GridColumn.<Attendance>number("absence", "kpi.field.absence_hours", Attendance::absenceHours)
                        .withTotal(),
                GridColumn.<Attendance>text("coveredBy", "kpi.field.covered_by", Attendance::coveredBy)
                        .width(8));
        return screen.build(
                GridSpec.of("kpi.attendanceList", columns).whenEmpty("kpi.attendance.empty", null),
                List.of(),
                new Entering(desk, kpi));
    }

    private static Status status(Attendance row) {
        if (!row.absent()) {
            return new Status("present", "kpi.attendance.present", Tone.DONE, MaterialDesignA.ACCOUNT_CHECK_OUTLINE, 2);
        }
        return row.coveredHours().signum() > 0
                ? new Status("covered", "kpi.attendance.covered", Tone.RUNNING, MaterialDesignA.ACCOUNT_SWITCH, 1)
                : new Status("absent", "kpi.attendance.absent", Tone.SHORT, MaterialDesignA.ACCOUNT_OFF_OUTLINE, 0);
    }

    private static final class Entering implements RecordScreen.Input {
        private final Desk desk;
        private final KpiDoor kpi;
        private final Form form;
        private final TextField employee;
        private final DatePicker day = new DatePicker();
        private final ComboBox<ShiftType> shift;
        private final TextField scheduled;
        private final TextField actual;
        private final CheckBox absent = new CheckBox();
        private final ComboBox<AbsenceType> type;
        private final TextField coveredBy;
        private final CheckBox confirmed = new CheckBox();

        Entering(Desk desk, KpiDoor kpi) {
            this.desk = desk;
            this.kpi = kpi;
            this.form = new Form(desk.language());
            this.shift = Words.choice(desk.language(), "shift", ShiftType.values());
            this.type = Words.choice(desk.language(), "absence", AbsenceType.values());
            this.employee = form.text("employee_id", "kpi.field.employee_id", FieldCheck.required());
            form.control("shift_date", "kpi.field.shift_date", day);
            form.control("shift_type", "kpi.field.shift_type", shift);
            var hours = FieldCheck.required().and(Fields.number());
            this.scheduled = form.text("scheduled_hours", "kpi.field.scheduled_hours", hours);
            this.actual = form.text("actual_hours", "kpi.field.actual_hours", hours);
            form.control("is_absent", "kpi.field.is_absent", absent);
            form.control("absence_type", "kpi.field.absence_type", type);
            this.coveredBy = form.text("covered_by", "kpi.field.covered_by", FieldCheck.NONE);
            form.control("coverage_confirmed", "kpi.field.coverage_confirmed", confirmed);
            day.setValue(LocalDate.ofInstant(desk.clock().instant(), desk.zone()));
            shift.setValue(ShiftType.SHIFT_1ST);
            scheduled.setText("9");
            actual.setText("9");
            type.disableProperty().bind(absent.selectedProperty().not());
            coveredBy.disableProperty().bind(absent.selectedProperty().not());
            confirmed.disableProperty().bind(absent.selectedProperty().not());
            absent.selectedProperty().addListener((property, old, now) -> {
                actual.setText(now ? "0" : scheduled.getText());
                type.setValue(now ? AbsenceType.UNSCHEDULED_ABSENCE : null);
            });
        }

        @Override
        public Form form() {
            return form;
        }

        @Override
        public @Nullable Callable<String> saving(Caller caller, Client client) {
            if (!form.isGood() || day.getValue() == null) return null;
            boolean away = absent.isSelected();
            BigDecimal none = null;
            var asked = new NewAttendance(
                    client.clientId(),
                    Fields.required(employee),
                    day.getValue(),
                    shift.getValue(),
                    Fields.number(scheduled),
                    Fields.number(actual),
                    away,
                    away ? type.getValue() : null,
                    none,
                    away ? Fields.text(coveredBy) : null,
                    away && confirmed.isSelected());
            return () -> {
                kpi.shopFloor().addAttendance(caller, asked);
                return desk.language().now("kpi.attendance.saved", asked.employeeId());
            };
        }

        @Override
        public void cleared() {
            absent.setSelected(false);
            confirmed.setSelected(false);
            coveredBy.clear();
            employee.clear();
            employee.requestFocus();
        }
    }
}
