package org.gemba.inventory.ui.edge;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.gemba.fx.Desk;
import org.gemba.fx.task.Jobs;
import org.gemba.inventory.CsvImport;
import org.gemba.inventory.ImportRun;
import org.gemba.inventory.OrderFile;
import org.gemba.inventory.OrderInfo;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;

/// A supplier's order file on its way in: chosen, read, mapped, imported, taken back.
final class ImportViewModel {
    private static final long MOST_BYTES = 20L << 20;
    private static final int RECENT = 30;

    /// One row as the preview shows it: an order line, or a row with a fault.
    ///
    /// @param fault why it is not imported; null for a good row
    record PreviewRow(
            long row,
            @Nullable String part,
            @Nullable String supplierNumber,
            @Nullable String description,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable String currency,
            @Nullable String category,
            @Nullable String fault,
            String warning) {}

    private record Chosen(String name, byte[] content) {}

    private final Desk desk;
    private final CsvImport csv;
    private final Jobs jobs;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final StringProperty orderNumber = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable OrderFile> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportRun> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<ImportRun>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper fileName = new ReadOnlyStringWrapper("");
    private @Nullable Chosen chosen;
    private @Nullable String type;

    ImportViewModel(Desk desk, CsvImport csv) {
        this.desk = desk;
        this.csv = csv;
        this.jobs = desk.background().jobs();
    }

    ReadOnlyObjectProperty<@Nullable OrderFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ImportRun> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ImportRun>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyStringProperty fileNameProperty() {
        return fileName.getReadOnlyProperty();
    }

    StringProperty orderNumberProperty() {
        return orderNumber;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return jobs.busyProperty();
    }

    void load() {
        var caller = desk.caller().get();
        jobs.runLatest("recent", progress -> csv.list(caller, RECENT))
                .onSuccess(recent::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    void onHide() {
        jobs.cancelAll();
    }

    /// Begins anew with this file.
    void choose(Path path) {
        columns.clear();
        type = null;
        file.set(null);
        outcome.set(null);
        problem.set("");
        jobs.runLatest("read", progress -> {
                    if (Files.size(path) > MOST_BYTES) throw new AppError.TooLarge("The file is larger than 20 MB");
                    var read = new Chosen(String.valueOf(path.getFileName()), Files.readAllBytes(path));
                    return Map.entry(read, csv.read(desk.caller().get(), upload(read, OrderInfo.none())));
                })
                .onSuccess(read -> {
                    chosen = read.getKey();
                    fileName.set(read.getKey().name());
                    var number = read.getValue().order().number();
                    orderNumber.set(number == null ? "" : number);
                    file.set(read.getValue());
                })
                .onError(AppError.class, this::tell)
                .onError(IOException.class, e -> problem.set(desk.language().now("inventory.import.unreadable")))
                .start();
    }

    /// Whose file it is, when the person knows better.
    void supplier(String wanted) {
        type = wanted;
        reread();
    }

    /// @param meaning empty for a column that is not used
    void map(String header, String meaning) {
        columns.put(header, meaning);
        reread();
    }

    private void reread() {
        var now = chosen;
        if (now == null) return;
        problem.set("");
        jobs.runLatest("read", progress -> csv.read(desk.caller().get(), upload(now, OrderInfo.none())))
                .onSuccess(file::set)
                .onError(AppError.class, this::tell)
                .start();
    }

    private CsvImport.Upload upload(Chosen read, OrderInfo order) {
        return new CsvImport.Upload(read.name(), read.content(), type, Map.copyOf(columns), order);
    }

    /// Every row of the file, in its order.
    List<PreviewRow> rows() {
        var now = file.get();
        if (now == null) return List.of();
        var rows = new ArrayList<PreviewRow>();
        for (var line : now.lines()) {
            rows.add(new PreviewRow(
                    line.row(),
                    line.partName(),
                    line.supplierPartNumber(),
                    line.description(),
                    line.quantity(),
                    line.unitPrice(),
                    line.currency(),
                    line.categories().getFirst(),
                    null,
                    String.join("; ", line.warnings())));
        }
        for (var error : now.errors()) {
            rows.add(new PreviewRow(error.row(), null, null, null, null, null, null, null, error.message(), ""));
        }
        rows.sort(Comparator.comparingLong(PreviewRow::row));
        return rows;
    }

    /// @param proceed runs when it is over, well or not
    void start(Runnable proceed) {
        var now = chosen;
        if (now == null) return;
        problem.set("");
        var number = orderNumber.get().isBlank() ? null : orderNumber.get().strip();
        var upload = upload(now, new OrderInfo(null, number, null));
        jobs.run(progress -> csv.complete(desk.caller().get(), upload))
                .onSuccess(run -> {
                    outcome.set(run);
                    load();
                    proceed.run();
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    void undo(ImportRun run) {
        jobs.run(progress -> csv.undo(desk.caller().get(), run.id()))
                .onSuccess(undone -> {
                    var now = outcome.get();
                    if (now != null && now.id().equals(undone.id())) outcome.set(undone);
                    desk.notices().success(desk.language().now("inventory.import.undone", undone.fileName()));
                    load();
                })
                .onError(AppError.class, this::tell)
                .start();
    }

    private void tell(AppError error) {
        problem.set(
                error instanceof AppError.InvalidInput || error instanceof AppError.TooLarge
                        ? String.valueOf(error.getMessage())
                        : desk.language().sentence(error));
    }
}
