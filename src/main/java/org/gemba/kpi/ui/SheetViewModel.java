package org.gemba.kpi.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gemba.access.Caller;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.fx.task.Progress;
import org.gemba.kpi.Client;
import org.gemba.kpi.EntryChange;
import org.gemba.kpi.EntryLine;
import org.gemba.kpi.EntryMethod;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.ShiftType;
import org.gemba.kpi.WorkOrderStatus;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// A shift on one sheet: what is stored of it, a line for every order in work, what was typed since.
final class SheetViewModel {
    private static final int MOST_ROWS = 500;
    private static final int MOST_SUGGESTED = 12;
    private static final int DAYS_BACK = 7;
    private static final int SPARE = 3;

    private final Desk desk;
    private final KpiDoor kpi;
    private final Jobs jobs;
    private final Clients clients;
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final ObjectProperty<ShiftType> shift = new SimpleObjectProperty<>(ShiftType.SHIFT_1ST);
    private final StringProperty problem = new SimpleStringProperty("");
    private Consumer<List<SheetRow>> shown = rows -> {};

    SheetViewModel(Desk desk, KpiDoor kpi) {
        this.desk = desk;
        this.kpi = kpi;
        this.jobs = desk.background().jobs();
        this.clients = new Clients(desk, kpi.clients(), jobs);
    }

    Clients clients() {
        return clients;
    }

    ObjectProperty<@Nullable LocalDate> dayProperty() {
        return day;
    }

    ObjectProperty<ShiftType> shiftProperty() {
        return shift;
    }

    /// What went wrong with the whole sheet; empty when nothing did.
    StringProperty problemProperty() {
        return problem;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    /// Takes the lines whenever they were read or saved.
    void onShown(Consumer<List<SheetRow>> action) {
        shown = action;
    }

    /// Opens the sheet of the shift that goes on, or ended last.
    void begin() {
        clients.load(() -> {
            var client = clients.chosenProperty().get();
            if (client == null) {
                problem.set(desk.language().now("kpi.client.none"));
                return;
            }
            if (day.get() != null) {
                load();
                return;
            }
            var caller = desk.caller().get();
            jobs.runLatest("shift", progress -> kpi.standards().calendar(caller, client.clientId()))
                    .onSuccess(calendar -> {
                        var now = calendar.current(desk.clock().instant());
                        shift.set(now.type());
                        day.set(now.day());
                        load();
                    })
                    .start();
        });
    }

    void load() {
        var client = clients.chosenProperty().get();
        var on = day.get();
        var of = shift.get();
        if (client == null || on == null) return;
        problem.set("");
        var caller = desk.caller().get();
        jobs.runLatest("sheet", progress -> sheet(caller, client, on, of))
                .onSuccess(shown)
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    private List<SheetRow> sheet(Caller caller, Client client, LocalDate on, ShiftType of) {
        var rows = new ArrayList<SheetRow>();
        entries(caller, client, on, on, of).forEach(line -> rows.add(SheetRow.of(line)));
        var there = rows.stream().map(SheetRow::workOrder).collect(Collectors.toSet());
        kpi
                .workOrders()
                .list(caller, client.clientId(), WorkOrderStatus.ACTIVE, null, on, MOST_SUGGESTED, 0)
                .orders()
                .stream()
                .filter(order -> !there.contains(order.workOrderId()))
                .forEach(order -> rows.add(SheetRow.of(order.workOrderId())));
        for (int spare = 0; spare < SPARE; spare++) rows.add(SheetRow.EMPTY);
        return rows;
    }

    private List<EntryLine> entries(
            Caller caller, Client client, LocalDate from, LocalDate to, @Nullable ShiftType of) {
        return kpi.entries().list(caller, client.clientId(), from, to, of, null, MOST_ROWS, 0).lines().stream()
                .sorted(Comparator.comparing(line -> line.entry().entryId()))
                .toList();
    }

    /// Adds the lines of the last shift before this one, without what was counted in them, to what is on the sheet.
    void copyPrevious(List<SheetRow> present) {
        var client = clients.chosenProperty().get();
        var on = day.get();
        var of = shift.get();
        if (client == null || on == null || busyProperty().get()) return;
        var caller = desk.caller().get();
        jobs.runLatest("previous", progress -> entries(caller, client, on.minusDays(DAYS_BACK), on, null))
                .onSuccess(lines -> shown.accept(withLinesOf(present, lastBefore(lines, on, of))))
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    private static List<EntryLine> lastBefore(List<EntryLine> lines, LocalDate on, ShiftType of) {
        Comparator<EntryLine> order = Comparator.<EntryLine, LocalDate>comparing(
                        line -> line.entry().shiftDate())
                .thenComparing(line -> line.entry().shiftType());
        var before = lines.stream()
                .filter(line -> line.entry().shiftDate().isBefore(on)
                        || line.entry().shiftType().compareTo(of) < 0
                                && line.entry().shiftDate().equals(on))
                .toList();
        var last = before.stream().max(order);
        return last.map(newest -> before.stream()
                        .filter(line -> order.compare(line, newest) == 0)
                        .toList())
                .orElse(List.of());
    }

    private static List<SheetRow> withLinesOf(List<SheetRow> present, List<EntryLine> lines) {
        var rows =
                new ArrayList<>(present.stream().filter(row -> !row.isBlank()).toList());
        Set<String> there = rows.stream()
                .map(row -> row.workOrder() + "/" + row.operation())
                .collect(Collectors.toSet());
        for (var line : lines) {
            var row = SheetRow.like(line);
            if (there.add(row.workOrder() + "/" + row.operation())) rows.add(row);
        }
        present.stream()
                .filter(row -> row.isBlank() && !row.workOrder().isEmpty())
                .filter(row ->
                        rows.stream().noneMatch(other -> other.workOrder().equals(row.workOrder())))
                .forEach(rows::add);
        for (int spare = 0; spare < SPARE; spare++) rows.add(SheetRow.EMPTY);
        return rows;
    }

    /// Saves every line that is new or changed, each for itself: one that is refused keeps none of the others back.
    void save(List<SheetRow> rows) {
        var client = clients.chosenProperty().get();
        var on = day.get();
        var of = shift.get();
        if (client == null || on == null || busyProperty().get()) return;
        problem.set("");
        var caller = desk.caller().get();
        jobs.run(progress -> saved(caller, client, on, of, rows, progress))
                .onSuccess(after -> {
                    shown.accept(after);
                    tell(rows, after);
                })
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    private void tell(List<SheetRow> before, List<SheetRow> after) {
        long saved = 0;
        for (int i = 0; i < after.size(); i++) {
            if (needsSaving(before.get(i)) && after.get(i).state() == SheetRow.State.SAVED) saved++;
        }
        long wrong = after.stream()
                .filter(row -> row.state() == SheetRow.State.WRONG)
                .count();
        if (wrong > 0) problem.set(desk.language().now("kpi.sheet.some.wrong", saved, wrong));
        else if (saved > 0) desk.notices().success(desk.language().now("kpi.sheet.saved", saved));
    }

    private static boolean needsSaving(SheetRow row) {
        return !row.isBlank() && (row.stored() == null || row.touched());
    }

    private List<SheetRow> saved(
            Caller caller, Client client, LocalDate on, ShiftType of, List<SheetRow> rows, Progress progress) {
        var after = new ArrayList<SheetRow>();
        for (var row : rows) {
            progress.checkCancelled();
            boolean lawful = row.faults(on, of).isEmpty();
            after.add(needsSaving(row) && lawful ? saved(caller, client, on, of, row) : row);
        }
        return after;
    }

    private SheetRow saved(Caller caller, Client client, LocalDate on, ShiftType of, SheetRow row) {
        try {
            var asked = row.asked(client.clientId(), on, of);
            var stored = row.stored();
            if (stored == null) return SheetRow.of(kpi.entries().record(caller, asked, EntryMethod.MANUAL_ENTRY));
            var cleared = new java.util.HashSet<String>();
            if (asked.operationId() == null) cleared.add("operation_id");
            if (asked.employeesPresent() == null) cleared.add("employees_present");
            if (asked.notes() == null) cleared.add("notes");
            var change = new EntryChange(
                    asked.workOrderId(),
                    null,
                    on,
                    of,
                    asked.operationId(),
                    asked.unitsProduced(),
                    asked.unitsDefective(),
                    asked.runTimeHours(),
                    asked.employeesAssigned(),
                    asked.employeesPresent(),
                    null,
                    asked.downtimeMinutes(),
                    asked.notes(),
                    cleared,
                    stored.entry().version());
            var id = stored.entry().entryId().toString();
            return SheetRow.of(kpi.entries().change(caller, id, change).line());
        } catch (AppError e) {
            return row.refused(Objects.requireNonNullElse(e.getMessage(), e.code()));
        }
    }

    /// Takes stored lines back and drops the others.
    void remove(List<SheetRow> rows, List<SheetRow> gone) {
        var caller = desk.caller().get();
        jobs.run(progress -> {
                    for (var row : gone) {
                        var stored = row.stored();
                        if (stored == null) continue;
                        kpi.entries()
                                .withdraw(
                                        caller,
                                        stored.entry().entryId().toString(),
                                        stored.entry().version());
                    }
                    return rows.stream().filter(row -> !gone.contains(row)).toList();
                })
                .onSuccess(shown)
                .onError(AppError.class, error -> problem.set(desk.language().sentence(error)))
                .start();
    }

    void end() {
        jobs.cancelAll();
    }
}
