package org.gemba.kpi.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.imports.ImportSpec;
import org.gemba.fx.imports.ImportWizard;
import org.gemba.fx.task.Progress;
import org.gemba.kpi.BatchService;
import org.gemba.kpi.BatchStatus;
import org.gemba.kpi.KpiDoor;
import org.gemba.kpi.RowError;
import org.gemba.platform.tabular.CsvWriter;
import org.gemba.platform.tabular.Sheet;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/// Entries by file: columns are matched, every row is checked and can be mended before anything is entered.
final class FileScreen implements Screen {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(60);

    private final Desk desk;
    private final ImportWizard wizard;
    private final VBox page = new VBox();

    FileScreen(Desk desk, KpiDoor kpi) {
        this.desk = desk;
        this.wizard = new ImportWizard(
                desk,
                new ImportSpec("kpi.entries", fields(), new Service(desk, kpi.batches())),
                () -> desk.navigator().open(KpiScreens.ENTRIES));
        var title = new Label();
        title.textProperty().bind(title());
        title.getStyleClass().add("screen-title");
        VBox.setVgrow(wizard.node(), Priority.ALWAYS);
        page.getStyleClass().add("screen");
        page.getChildren().addAll(title, wizard.node());
    }

    private static List<ImportSpec.Field> fields() {
        return List.of(
                field("work_order_id", true, "order", "工单", "工单号", "WO"),
                field("shift_date", true, "date", "日期", "班次日期"),
                field("shift_type", true, "shift", "班次"),
                field("units_produced", true, "units", "produced", "产量", "数量"),
                field("units_defective", false, "defective", "defects", "不良", "不良数"),
                field("run_time_hours", true, "run time", "hours", "运行小时", "工时"),
                field("employees_assigned", true, "people", "employees", "人数"),
                field("employees_present", false, "present", "到岗"),
                field("shift_hours_scheduled", false, "scheduled hours", "排班小时"),
                field("downtime_total_minutes", false, "downtime", "停线分钟"),
                field("operation_id", false, "operation", "工序"),
                field("job_id", false, "job"),
                field("notes", false, "remark", "备注"));
    }

    private static ImportSpec.Field field(String name, boolean required, String... aliases) {
        return new ImportSpec.Field(name, "kpi.field." + name, required, List.of(aliases));
    }

    /// Hands the rows over as the file that they would be, so that a screen and an upload are judged alike.
    private record Service(Desk desk, BatchService batches) implements ImportSpec.Service {
        @Override
        public List<ImportSpec.Problem> check(List<ImportSpec.Row> rows, Progress progress) {
            return problems(rows, batches.check(desk.caller().get(), file(rows)));
        }

        private static List<ImportSpec.Problem> problems(List<ImportSpec.Row> rows, List<RowError> errors) {
            return errors.stream()
                    .map(error ->
                            new ImportSpec.Problem(rows.get(error.line() - 2).number(), error.field(), error.problem()))
                    .toList();
        }

        @Override
        public ImportSpec.Outcome take(List<ImportSpec.Row> rows, Progress progress) {
            var caller = desk.caller().get();
            var id = batches.upload(caller, "desktop.csv", file(rows), false)
                    .batch()
                    .batchId();
            while (true) {
                var batch = batches.status(caller, id);
                progress.report(batch.processed() * 100 / Math.max(1, batch.validRows()), id);
                if (batch.status() == BatchStatus.COMPLETED || batch.status() == BatchStatus.FAILED) {
                    int entered = batch.processed() - batch.failed();
                    return new ImportSpec.Outcome(entered, 0, problems(rows, batches.errors(caller, id)));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }

        /// Row 2 of the file is the first of the rows.
        private static byte[] file(List<ImportSpec.Row> rows) {
            var names = fields().stream().map(ImportSpec.Field::name).toList();
            var cells = new ArrayList<List<String>>();
            for (var row : rows) {
                cells.add(names.stream()
                        .map(name -> row.values().getOrDefault(name, "").replace('\n', ' '))
                        .toList());
            }
            var out = new ByteArrayOutputStream();
            try {
                new CsvWriter(false).write(new Sheet("entries", names, cells), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        }
    }

    @Override
    public String id() {
        return KpiScreens.FILE;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.file.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FILE_IMPORT_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void onHide() {
        wizard.onHide();
    }
}
