package org.gemba.kpi.ui;

import java.util.List;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Status;
import org.gemba.fx.Tone;
import org.gemba.fx.action.Action;
import org.gemba.fx.grid.GridColumn;
import org.gemba.fx.grid.GridSpec;
import org.gemba.kpi.EntryLine;
import org.gemba.kpi.EntryState;
import org.gemba.kpi.KpiDoor;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/// What was entered, for the leader who checks it.
final class EntriesScreen {
    private static final int MOST = 5_000;
    private static final int PAGE = 500;

    private EntriesScreen() {}

    static RecordScreen<EntryLine> of(Desk desk, KpiDoor kpi) {
        var about =
                new RecordScreen.About(KpiScreens.ENTRIES, "kpi.entries.title", MaterialDesignV.VIEW_LIST_OUTLINE, 13);
        var screen = new RecordScreen<EntryLine>(desk, kpi, about, (caller, client, from, to) -> {
            var all = new java.util.ArrayList<EntryLine>();
            while (all.size() < MOST) {
                var page = kpi.entries()
                        .list(caller, client.clientId(), from, to, null, null, PAGE, all.size())
                        .lines();
                all.addAll(page);
                if (page.size() < PAGE) break;
            }
            return all;
        });
        var verify = Action.of(
                        "kpi.entries.verify", "kpi.entries.verify", MaterialDesignC.CHECK_DECAGRAM_OUTLINE, () -> {
                            var chosen = screen.grid().selectedRowsNow().stream()
                                    .filter(line -> line.entry().state() == EntryState.RECORDED)
                                    .toList();
                            if (chosen.isEmpty()) return;
                            screen.run(
                                    caller -> chosen.forEach(line -> kpi.entries()
                                            .verify(
                                                    caller,
                                                    number(line),
                                                    line.entry().version())),
                                    "kpi.entries.verified",
                                    chosen.size());
                        })
                .shortcut("Shortcut+Enter")
                .needs(Permission.ENTRIES_VERIFY);
        var withdraw = Action.of("kpi.entriesWithdraw", "kpi.sheet.remove", MaterialDesignT.TRASH_CAN_OUTLINE, () -> {
                    var chosen = screen.grid().selectedRowsNow();
                    if (chosen.isEmpty()) return;
                    screen.run(
                            caller -> chosen.forEach(line -> kpi.entries()
                                    .withdraw(caller, number(line), line.entry().version())),
                            "kpi.entries.withdrawn",
                            chosen.size());
                })
                .shortcut("Shortcut+Delete")
                .needs(Permission.ENTRIES_CREATE);
        var sheet = Action.of(
                "kpi.entriesSheet",
                "kpi.sheet.title",
                MaterialDesignC.CLIPBOARD_EDIT_OUTLINE,
                () -> desk.navigator().open(KpiScreens.SHEET));
        var spec = GridSpec.of("kpi.entryList", columns(desk))
                .withActions(List.of(verify, withdraw))
                .whenEmpty("kpi.entries.empty", sheet);
        return screen.build(spec, List.of(withdraw, verify), null);
    }

    private static String number(EntryLine line) {
        return line.entry().entryId().toString();
    }

    private static List<GridColumn<EntryLine>> columns(Desk desk) {
        return List.of(
                GridColumn.day(
                        "day", "kpi.field.shift_date", line -> line.entry().shiftDate()),
                GridColumn.<EntryLine>text(
                                "shift",
                                "kpi.field.shift_type",
                                line -> Words.of(
                                        desk.language(), "shift", line.entry().shiftType()))
                        .width(7),
                GridColumn.<EntryLine>text(
                                "workOrder",
                                "kpi.field.work_order_id",
                                line -> line.order().workOrderId())
                        .width(14),
                GridColumn.<EntryLine>text(
                                "style",
                                "kpi.field.style_model",
                                line -> line.order().styleModel())
                        .width(11),
                GridColumn.<EntryLine>number(
                                "units",
                                "kpi.field.units_produced",
                                line -> line.entry().unitsProduced())
                        .withTotal(),
                GridColumn.<EntryLine>number(
                                "defective",
                                "kpi.field.units_defective",
                                line -> line.entry().unitsDefective())
                        .withTotal(),
                GridColumn.number(
                        "run", "kpi.field.run_time_hours", line -> line.entry().runTimeHours()),
                GridColumn.number(
                        "assigned",
                        "kpi.field.employees_assigned",
                        line -> line.entry().employeesAssigned()),
                GridColumn.<EntryLine>number(
                                "present",
                                "kpi.field.employees_present",
                                line -> line.entry().employeesPresent())
                        .hiddenAtFirst(),
                GridColumn.number(
                        "efficiency",
                        "kpi.field.efficiency",
                        line -> line.figures().efficiency()),
                GridColumn.<EntryLine>number(
                                "performance",
                                "kpi.field.performance",
                                line -> line.figures().performance())
                        .hiddenAtFirst(),
                GridColumn.<EntryLine>text(
                                "estimated",
                                "kpi.field.estimated",
                                line -> line.figures().flags().isEmpty()
                                        ? ""
                                        : desk.language().now("kpi.field.ideal_cycle_time"))
                        .width(8),
                GridColumn.<EntryLine>status(
                                "state",
                                "kpi.field.state",
                                line -> status(line.entry().state()))
                        .width(8),
                GridColumn.<EntryLine>text(
                                "by",
                                "kpi.field.created_by",
                                line -> line.entry().createdName())
                        .width(7),
                GridColumn.<EntryLine>text(
                                "notes", "kpi.field.notes", line -> line.entry().notes())
                        .width(9),
                GridColumn.<EntryLine>text("number", "kpi.field.production_entry_id", EntriesScreen::number)
                        .width(13)
                        .hiddenAtFirst());
    }

    private static Status status(EntryState state) {
        return state == EntryState.VERIFIED
                ? new Status("verified", "kpi.entries.state.verified", Tone.DONE, MaterialDesignC.CHECK_DECAGRAM, 1)
                : new Status("recorded", "kpi.entries.state.recorded", Tone.QUIET, MaterialDesignP.PENCIL_OUTLINE, 0);
    }
}
