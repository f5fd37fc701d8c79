package org.gemba.kpi.ui;

import static org.kordamp.ikonli.materialdesign2.MaterialDesignA.ALERT_CIRCLE_OUTLINE;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CHECK_CIRCLE_OUTLINE;
import static org.kordamp.ikonli.materialdesign2.MaterialDesignC.CIRCLE_OUTLINE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.grid.Grid;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridRow;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.ShiftType;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// A shift on one sheet.
final class SheetView implements Screen {
    private final Desk desk;
    private final SheetViewModel model;
    private final Grid<SheetRow> grid;
    private final Label summary = new Label();
    private final VBox page = new VBox();
    private final Action save;
    private final Action copy;
    private final Action add;
    private final Action remove;
    private final Action refresh;

    SheetView(Desk desk, KpiDoor kpi) {
        this.desk = desk;
        this.model = new SheetViewModel(desk, kpi);
        this.save = Action.of("kpi.sheet.save", "kpi.sheet.save", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save)
                .shortcut("Shortcut+S")
                .needs(Permission.ENTRIES_CREATE);
        this.copy = Action.of(
                        "kpi.sheetPrevious",
                        "kpi.sheet.copy",
                        MaterialDesignC.CONTENT_DUPLICATE,
                        () -> model.copyPrevious(present()))
                .shortcut("Shortcut+L")
                .needs(Permission.ENTRIES_CREATE);
        this.add = Action.of("kpi.sheet.add", "kpi.sheet.add", MaterialDesignP.PLUS, this::add)
                .shortcut("Shortcut+Enter")
                .needs(Permission.ENTRIES_CREATE);
        this.remove = Action.of("kpi.sheet.remove", "kpi.sheet.remove", MaterialDesignT.TRASH_CAN_OUTLINE, this::remove)
                .shortcut("Shortcut+Delete")
                .needs(Permission.ENTRIES_CREATE);
        this.refresh = Action.of("kpi.sheetRefresh", "kpi.refresh", MaterialDesignR.REFRESH, model::load)
                .shortcut("F5");
        var spec = GridSpec.of("kpi.sheet", columns())
                .adding(() -> SheetRow.EMPTY)
                .withActions(List.of(remove))
                .whenEmpty("kpi.sheet.empty", copy);
        this.grid = new Grid<>(desk, spec);
        grid.onEdited(this::count);
        model.onShown(this::show);
        build();
    }

    private void build() {
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        var day = new DatePicker();
        day.setId("kpi-day");
        day.setPrefWidth(150);
        day.accessibleTextProperty().bind(desk.language().text("kpi.field.shift_date"));
        day.valueProperty().bindBidirectional(model.dayProperty());
        var shift = Words.choice(desk.language(), "shift", ShiftType.values());
        shift.setId("kpi-shift");
        shift.accessibleTextProperty().bind(desk.language().text("kpi.field.shift_type"));
        shift.valueProperty().bindBidirectional(model.shiftProperty());
        day.valueProperty().addListener((property, old, now) -> another(old != null && now != null));
        shift.valueProperty()
                .addListener((property, old, now) -> another(model.dayProperty().get() != null));
        model.clients().chosenProperty().addListener((property, old, now) -> another(old != null && now != null));
        var gap = new HBox();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var controls = new ActionControls(desk.language());
        summary.setId("kpi-sheet-summary");
        summary.getStyleClass().add("quiet");
        var head = new HBox(
                title,
                Words.choice(desk, model.clients()),
                day,
                shift,
                summary,
                gap,
                controls.button(add),
                controls.button(copy),
                controls.button(save));
        head.getStyleClass().add("toolbar-row");
        var problem = new Label();
        problem.setId("kpi-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.getStyleClass().add("page-problem");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        var help = new Label();
        help.textProperty().bind(desk.language().text("kpi.sheet.help"));
        help.getStyleClass().add("quiet");
        help.setWrapText(true);
        VBox.setVgrow(grid.node(), Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(head, problem, grid.node(), help);
    }

    private List<GridColumn<SheetRow>> columns() {
        return List.of(
                text("workOrder", "kpi.field.work_order_id", SheetRow::workOrder, 13),
                text("operation", "kpi.field.operation_id", SheetRow::operation, 7),
                number("units", "kpi.field.units_produced", SheetRow::units, 6.5)
                        .withTotal(),
                number("defective", "kpi.field.units_defective", SheetRow::defective, 6.5)
                        .withTotal(),
                number("run", "kpi.field.run_time_hours", SheetRow::run, 7),
                number("assigned", "kpi.field.employees_assigned", SheetRow::assigned, 5.5),
                number("present", "kpi.field.employees_present", SheetRow::present, 5.5),
                number("downtime", "kpi.field.downtime_total_minutes", SheetRow::downtime, 7)
                        .withTotal(),
                text("notes", "kpi.field.notes", SheetRow::notes, 8),
                GridColumn.<SheetRow>number("efficiency", "kpi.field.efficiency", SheetView::efficiency)
                        .width(8),
                GridColumn.<SheetRow>status("state", "kpi.field.state", row -> status(row.state()))
                        .width(8),
                GridColumn.text("problem", "kpi.field.problem", this::problem).width(10));
    }

    private static @Nullable BigDecimal efficiency(SheetRow row) {
        var stored = row.stored();
        return stored == null || row.touched() ? null : stored.figures().efficiency();
    }

    private String problem(SheetRow row) {
        if (row.isBlank()) return "";
        if (!row.refused().isEmpty()) return row.refused();
        return Words.of(desk.language(), row.faults(java.time.LocalDate.EPOCH, ShiftType.OTHER));
    }

    private static GridColumn<SheetRow> text(
            String id, String key, Function<SheetRow, @Nullable String> value, double width) {
        return GridColumn.text(id, key, value)
                .width(width)
                .editable((row, typed) -> row.with(id, typed), typed -> Optional.empty());
    }

    private static GridColumn<SheetRow> number(
            String id, String key, Function<SheetRow, ? extends @Nullable Number> value, double width) {
        return GridColumn.<SheetRow>number(id, key, value)
                .width(width)
                .editable((row, typed) -> row.with(id, typed), typed -> check(id, typed));
    }

    private static Optional<String> check(String id, @Nullable Object typed) {
        if (!(typed instanceof BigDecimal number)) return Optional.empty();
        if (number.signum() < 0) return Optional.of("kpi.sheet.wrong.negative");
        boolean fraction = number.stripTrailingZeros().scale() > 0;
        boolean large = number.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0;
        return !id.equals("run") && fraction || large ? Optional.of("kpi.sheet.wrong.whole") : Optional.empty();
    }

    private static Status status(SheetRow.State state) {
        return switch (state) {
            case BLANK -> new Status("blank", "kpi.sheet.state.blank", Tone.QUIET, CIRCLE_OUTLINE, 4);
            case NEW -> new Status("new", "kpi.sheet.state.new", Tone.RUNNING, MaterialDesignP.PENCIL_OUTLINE, 1);
            case CHANGED -> new Status("changed", "kpi.sheet.state.changed", Tone.RUNNING, MaterialDesignP.PENCIL, 2);
            case SAVED -> new Status("saved", "kpi.sheet.state.saved", Tone.DONE, CHECK_CIRCLE_OUTLINE, 3);
            case WRONG -> new Status("wrong", "kpi.sheet.state.wrong", Tone.FAILED, ALERT_CIRCLE_OUTLINE, 0);
        };
    }

    private void another(boolean isAnother) {
        if (isAnother) model.load();
    }

    private List<SheetRow> present() {
        return grid.rows().stream().map(GridRow.Data::value).toList();
    }

    private void show(List<SheetRow> rows) {
        grid.rows(rows);
        count();
    }

    private void count() {
        var rows = present();
        long saved =
                rows.stream().filter(row -> row.state() == SheetRow.State.SAVED).count();
        long open = rows.stream().filter(row -> !row.isBlank()).count() - saved;
        summary.setText(desk.language().now("kpi.sheet.summary", saved, open));
    }

    private void save() {
        model.save(present());
    }

    private void add() {
        var rows = new ArrayList<>(present());
        rows.add(SheetRow.EMPTY);
        show(rows);
    }

    private void remove() {
        var gone = grid.selectedRowsNow();
        if (!gone.isEmpty()) model.remove(present(), gone);
    }

    @Override
    public String id() {
        return KpiScreens.SHEET;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.sheet.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CLIPBOARD_EDIT_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        var actions = new ArrayList<>(grid.actions());
        actions.addAll(List.of(save, copy, add, remove, refresh));
        return actions;
    }

    @Override
    public void onShow() {
        grid.onShow();
        model.begin();
        grid.focus();
    }

    @Override
    public void onHide() {
        model.end();
        grid.onHide();
    }
}
