package org.gemba.fx.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.gemba.fx.Desk;
import org.gemba.fx.grid.GridExport;
import org.gemba.fx.imports.ImportSpec.Outcome;
import org.gemba.fx.imports.ImportSpec.Problem;
import org.gemba.fx.imports.ImportSpec.Row;
import org.gemba.fx.task.Jobs;
import org.gemba.platform.error.AppError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// An import from the file to its outcome. How the columns of a file were mapped is remembered for files with the same
/// titles.
final class ImportViewModel {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Desk desk;
    private final ImportSpec spec;
    private final Jobs jobs;
    private final ObjectProperty<@Nullable SourceTable> table = new SimpleObjectProperty<>();
    private final ObservableMap<String, Integer> mapping = FXCollections.observableHashMap();
    private final BooleanProperty mapped = new SimpleBooleanProperty();
    private final BooleanProperty takeable = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<Long, List<Problem>> problems = new ConcurrentHashMap<>();
    private final Set<Long> skipped = ConcurrentHashMap.newKeySet();
    private List<Row> rows = List.of();

    ImportViewModel(Desk desk, ImportSpec spec) {
        this.desk = desk;
        this.spec = spec;
        this.jobs = desk.background().jobs();
    }

    ObjectProperty<@Nullable SourceTable> tableProperty() {
        return table;
    }

    /// Whether every required field has a column.
    BooleanProperty mappedProperty() {
        return mapped;
    }

    /// Whether at least one row can be imported.
    BooleanProperty takeableProperty() {
        return takeable;
    }

    ObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome;
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    Jobs jobs() {
        return jobs;
    }

    Map<String, Integer> mapping() {
        return Map.copyOf(mapping);
    }

    List<Row> rows() {
        return rows;
    }

    void choose(Path file) {
        problem.set("");
        outcome.set(null);
        jobs.runLatest("read", progress -> SourceTable.read(file))
                .onSuccess(this::read)
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .onError(
                        UncheckedIOException.class,
                        e -> problem.set(
                                desk.language().now("fx.import.unreadable", String.valueOf(file.getFileName()))))
                .start();
    }

    private void read(SourceTable found) {
        if (found.rows().isEmpty()) {
            problem.set(desk.language().now("fx.import.norows", found.fileName()));
            table.set(null);
            return;
        }
        mapping.clear();
        mapping.putAll(remembered(found).orElseGet(() -> found.guess(spec.fields(), desk.language()::now)));
        table.set(found);
        judgeMapping();
    }

    /// @param column -1 for none
    void map(String field, int column) {
        if (column < 0) mapping.remove(field);
        else mapping.put(field, column);
        judgeMapping();
    }

    private void judgeMapping() {
        mapped.set(spec.fields().stream()
                .filter(ImportSpec.Field::required)
                .allMatch(field -> mapping.containsKey(field.name())));
    }

    /// Puts the columns into the fields and rehearses all rows.
    void prepare(Runnable then) {
        var from = table.get();
        if (from == null) return;
        remember(from);
        skipped.clear();
        rows = from.rows(mapping());
        check(then);
    }

    /// Rows were edited: rehearses them again.
    void replace(List<Row> edited, Runnable then) {
        rows = List.copyOf(edited);
        check(then);
    }

    private void check(Runnable then) {
        var asked = rows;
        takeable.set(false);
        jobs.runLatest("check", progress -> spec.service().check(asked, progress))
                .onSuccess(found -> {
                    problems.clear();
                    found.forEach(p -> problems.computeIfAbsent(p.row(), row -> new ArrayList<>())
                            .add(p));
                    judgeRows();
                    then.run();
                })
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    List<Problem> problemsOf(long row) {
        return problems.getOrDefault(row, List.of());
    }

    boolean isSkipped(long row) {
        return skipped.contains(row);
    }

    void skip(List<Long> numbers) {
        for (var number : numbers) if (!skipped.remove(number)) skipped.add(number);
        judgeRows();
    }

    private void judgeRows() {
        takeable.set(rows.stream().anyMatch(this::isGood));
    }

    int goodRows() {
        return (int) rows.stream().filter(this::isGood).count();
    }

    int wrongRows() {
        return (int) rows.stream()
                .filter(row ->
                        !isSkipped(row.number()) && !problemsOf(row.number()).isEmpty())
                .count();
    }

    private boolean isGood(Row row) {
        return !isSkipped(row.number()) && problemsOf(row.number()).isEmpty();
    }

    /// Imports the good rows and leaves the others.
    void take(Runnable then) {
        var good = rows.stream().filter(this::isGood).toList();
        takeable.set(false);
        jobs.run(progress -> spec.service().take(good, progress))
                .onSuccess(came -> {
                    came.refused()
                            .forEach(p -> problems.computeIfAbsent(p.row(), row -> new ArrayList<>())
                                    .add(p));
                    outcome.set(came);
                    then.run();
                })
                .onError(AppError.class, e -> {
                    problem.set(desk.language().sentence(e));
                    judgeRows();
                })
                .start();
    }

    int skippedRows() {
        return skipped.size();
    }

    boolean leftAnyBehind() {
        return rows.stream().anyMatch(row -> !problemsOf(row.number()).isEmpty());
    }

    /// Writes the rows that were not imported, with what is wrong with them, so that they can be mended and sent again.
    void saveLeftBehind(Path file) {
        var headers = new ArrayList<String>();
        spec.fields().forEach(field -> headers.add(desk.language().now(field.titleKey())));
        headers.add(desk.language().now("fx.import.problem"));
        var cells = new ArrayList<List<@Nullable Object>>();
        for (var row : rows) {
            var wrong = problemsOf(row.number());
            if (wrong.isEmpty()) continue;
            var line = new ArrayList<@Nullable Object>();
            spec.fields().forEach(field -> line.add(row.values().getOrDefault(field.name(), "")));
            line.add(String.join("; ", wrong.stream().map(Problem::sentence).toList()));
            cells.add(line);
        }
        var left = new GridExport.Table("errors", headers, cells);
        jobs.run(progress -> {
                    desk.export().write(GridExport.Form.CSV, left, file);
                    return file;
                })
                .onSuccess(written -> desk.notices()
                        .success(desk.language().now("fx.grid.exported", cells.size(), written.toString())))
                .onError(
                        IOException.class,
                        e -> problem.set(desk.language()
                                .now("fx.grid.export.failed", file.toString(), String.valueOf(e.getMessage()))))
                .start();
    }

    private java.util.Optional<Map<String, Integer>> remembered(SourceTable from) {
        return desk.memory().get(memoryKey()).flatMap(text -> {
            try {
                var all = JSON.readValue(text, new TypeReference<Map<String, Map<String, Integer>>>() {});
                return java.util.Optional.ofNullable(all.get(from.signature()));
            } catch (JacksonException e) {
                return java.util.Optional.empty();
            }
        });
    }

    private void remember(SourceTable from) {
        var all = new HashMap<String, Map<String, Integer>>();
        desk.memory().get(memoryKey()).ifPresent(text -> {
            try {
                all.putAll(JSON.readValue(text, new TypeReference<Map<String, Map<String, Integer>>>() {}));
            } catch (JacksonException e) {
                all.clear();
            }
        });
        all.put(from.signature(), mapping());
        desk.memory().put(memoryKey(), JSON.writeValueAsString(all));
    }

    private String memoryKey() {
        return "import." + spec.id();
    }
}
