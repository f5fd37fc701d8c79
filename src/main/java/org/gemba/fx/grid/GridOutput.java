package org.gemba.fx.grid;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.gemba.fx.Desk;
import org.gemba.fx.action.Action;
import org.gemba.fx.task.Jobs;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// What leaves a grid: copies on the clipboard and files. Both are made off the FX thread.
final class GridOutput<T> {
    /// Which rows go into a file.
    enum Extent {
        SELECTION,
        FILTERED,
        ALL
    }

    private final Grid<T> grid;
    private final Desk desk;
    private final GridSpec<T> spec;
    private final Jobs jobs;
    private final List<Action> actions;

    GridOutput(Grid<T> grid, Desk desk, GridSpec<T> spec, Jobs jobs) {
        this.grid = grid;
        this.desk = desk;
        this.spec = spec;
        this.jobs = jobs;
        this.actions = List.of(
                Action.of(
                                spec.id() + ".find",
                                "fx.grid.find",
                                MaterialDesignM.MAGNIFY,
                                () -> grid.toolbar().focusQuick())
                        .shortcut("Shortcut+F"),
                Action.of(
                                spec.id() + ".filters",
                                "fx.grid.filters",
                                MaterialDesignF.FILTER_OUTLINE,
                                () -> grid.toolbar().toggleFilters())
                        .shortcut("Shortcut+Shift+F"),
                Action.of(spec.id() + ".copy", "fx.grid.copy", MaterialDesignC.CONTENT_COPY, () -> copy(false))
                        .shortcut("Shortcut+C"),
                Action.of(
                                spec.id() + ".copy-titles",
                                "fx.grid.copy.titles",
                                MaterialDesignC.CLIPBOARD_TEXT_OUTLINE,
                                () -> copy(true))
                        .shortcut("Shortcut+Shift+C"),
                export(GridExport.Form.XLSX).shortcut("Shortcut+E"),
                export(GridExport.Form.CSV).shortcut("Shortcut+Shift+E"));
    }

    List<Action> actions() {
        return actions;
    }

    /// Everything that is filtered when nothing is selected.
    void copy(boolean withTitles) {
        var sheet = sheet(grid.selectedRows().isEmpty() ? Extent.FILTERED : Extent.SELECTION);
        jobs.runLatest("copy", progress -> sheet.tabSeparated(new CellTexts(desk), withTitles))
                .onSuccess(text -> {
                    var content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    desk.notices()
                            .information(
                                    grid.words("fx.grid.copied", sheet.rows().size()));
                })
                .start();
    }

    void export(GridExport.Form form, Extent extent) {
        var name = spec.id().replace('.', '-') + "-"
                + desk.formats().day(desk.clock().instant().atZone(desk.zone()).toLocalDate());
        desk.files()
                .toSave(grid.node().getScene().getWindow(), name + "." + form.ending())
                .ifPresent(file -> write(form, sheet(extent), name, file));
    }

    private void write(GridExport.Form form, GridSheet<T> sheet, String name, Path file) {
        jobs.run(progress -> {
                    desk.export().write(form, sheet.table(name, new CellTexts(desk)), file);
                    return file;
                })
                .onSuccess(written -> desk.notices()
                        .success(grid.words("fx.grid.exported", sheet.rows().size(), written.toString())))
                .onError(
                        IOException.class,
                        e -> desk.notices()
                                .failure(
                                        grid.words(
                                                "fx.grid.export.failed",
                                                file.toString(),
                                                String.valueOf(e.getMessage())),
                                        null))
                .start();
    }

    private GridSheet<T> sheet(Extent extent) {
        var columns = grid.table().visibleColumns();
        var headers =
                columns.stream().map(column -> grid.words(column.titleKey())).toList();
        var rows = switch (extent) {
            case SELECTION -> grid.selectedRows();
            case FILTERED -> grid.shownRows();
            case ALL -> grid.rows();
        };
        return new GridSheet<>(columns, headers, rows);
    }

    private Action export(GridExport.Form form) {
        var icon = form == GridExport.Form.XLSX
                ? MaterialDesignF.FILE_EXCEL_OUTLINE
                : MaterialDesignF.FILE_DELIMITED_OUTLINE;
        return Action.of(
                spec.id() + "." + form.ending(),
                "fx.grid.export." + form.ending(),
                icon,
                () -> export(form, Extent.FILTERED));
    }
}
