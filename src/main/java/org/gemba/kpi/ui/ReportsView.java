package org.gemba.kpi.ui;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.converter.LocalDateStringConverter;
import org.gemba.access.Permission;
import org.gemba.fx.Desk;
import org.gemba.fx.Screen;
import org.gemba.fx.action.Action;
import org.gemba.fx.action.ActionControls;
import org.gemba.fx.print.PrintPreview;
import org.gemba.fx.task.Jobs;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.ReportService;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.gemba.platform.error.AppError;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The reports that there are: what each holds, a preview of the paper, the workbook as a file.
final class ReportsView implements Screen {
    private final Desk desk;
    private final ReportService reports;
    private final DailyPrinter printer;
    private final WorkbookWriter workbooks;
    private final ScopeModel scope;
    private final Jobs jobs;
    private final DatePicker date = new DatePicker();
    private final CheckBox charts = new CheckBox();
    private final SimpleStringProperty problem = new SimpleStringProperty("");
    private final Action preview;
    private final Action workbook;
    private final VBox page;

    ReportsView(Desk desk, KpiService figures, ReportService reports, DailyPrinter printer, WorkbookWriter workbooks) {
        this.desk = desk;
        this.reports = reports;
        this.printer = printer;
        this.workbooks = workbooks;
        this.scope = new ScopeModel(desk, figures, Map.of());
        this.jobs = desk.background().jobs();
        BooleanBinding isReady = Bindings.isNotNull(scope.clientProperty()).and(Bindings.not(jobs.busyProperty()));
        this.preview = Action.of(
                        "kpi.report-preview", "kpi.reports.preview", MaterialDesignP.PRINTER_EYE, this::preview)
                .shortcut("Shortcut+P")
                .needs(Permission.REPORTS_SCHEDULE)
                .enabledWhen(isReady);
        this.workbook = Action.of(
                        "kpi.report-workbook", "kpi.reports.save", MaterialDesignF.FILE_EXCEL_OUTLINE, this::save)
                .shortcut("Shortcut+E")
                .needs(Permission.REPORTS_EXPORT)
                .enabledWhen(isReady);
        date.setId("report-date");
        date.setConverter(
                new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        date.accessibleTextProperty().bind(desk.language().text("kpi.book.day"));
        charts.setId("report-charts");
        charts.textProperty().bind(desk.language().text("kpi.reports.charts"));
        charts.setSelected(true);
        page = new VBox(
                head(), ScopeBar.problem(problem), ScopeBar.problem(scope.problemProperty()), daily(), excel(), mail());
        page.getStyleClass().add("screen");
    }

    private Node head() {
        var busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.visibleProperty().bind(jobs.busyProperty());
        var remark = new Label();
        remark.textProperty().bind(desk.language().text("kpi.reports.remark"));
        return ScopeBar.head(desk, scope, "kpi.reports.title", remark, busy);
    }

    private Node daily() {
        var controls = new HBox(date, charts, new ActionControls(desk.language()).mainButton(preview));
        controls.getStyleClass().add("order-top");
        return card("kpi.reports.daily", "kpi.reports.daily.text", controls);
    }

    private Node excel() {
        var controls = new HBox(new ActionControls(desk.language()).mainButton(workbook));
        return card("kpi.reports.workbook", "kpi.reports.workbook.text", controls);
    }

    private Node mail() {
        var open = Action.of(
                        "kpi.report-mail",
                        "kpi.mails.title",
                        MaterialDesignE.EMAIL_OUTLINE,
                        () -> desk.navigator().open(FigureScreens.MAILS))
                .needs(Permission.REPORTS_SCHEDULE);
        return card("kpi.reports.mail", "kpi.reports.mail.text", new ActionControls(desk.language()).button(open));
    }

    private Node card(String titleKey, String textKey, Node controls) {
        var title = new Label();
        title.textProperty().bind(desk.language().text(titleKey));
        title.getStyleClass().add("chart-title");
        var text = new Label();
        text.textProperty().bind(desk.language().text(textKey));
        text.setWrapText(true);
        text.setMaxWidth(760);
        text.getStyleClass().add("quiet");
        var card = new VBox(8, title, text, controls);
        card.getStyleClass().add("chart-card");
        return card;
    }

    private void preview() {
        var client = scope.clientProperty().get();
        if (client == null) return;
        var day = date.getValue();
        boolean withCharts = charts.isSelected();
        var locale = desk.language().locale();
        problem.set("");
        jobs.runLatest("preview", progress -> {
                    var report = reports.daily(desk.caller().get(), client.clientId(), day);
                    var name = client.clientId() + "_Daily_Production_" + report.date();
                    return PrintPreview.Pages.draw(name, printer.print(report, locale, withCharts), progress);
                })
                .onSuccess(pages -> new PrintPreview(desk, pages).show())
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .start();
    }

    private void save() {
        var client = scope.clientProperty().get();
        if (client == null) return;
        int days = scope.daysProperty().get();
        var name = "Production_Data_" + client.clientId() + ".xlsx";
        desk.files().toSave(page.getScene().getWindow(), name).ifPresent(file -> write(client.clientId(), days, file));
    }

    private void write(String clientId, int days, Path file) {
        var locale = desk.language().locale();
        problem.set("");
        jobs.runLatest("workbook", progress -> {
                    var source = reports.workbook(desk.caller().get(), scope.scope(clientId, days));
                    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        workbooks.write(source, locale, out);
                    }
                    return file;
                })
                .onSuccess(done -> desk.notices().success(desk.language().now("kpi.reports.saved", done.toString())))
                .onError(AppError.class, e -> problem.set(desk.language().sentence(e)))
                .onError(
                        IOException.class,
                        e -> problem.set(desk.language()
                                .now("kpi.reports.failed", file.toString(), String.valueOf(e.getMessage()))))
                .start();
    }

    @Override
    public String id() {
        return FigureScreens.REPORTS;
    }

    @Override
    public ObservableValue<String> title() {
        return desk.language().text("kpi.reports.title");
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FILE_CHART_OUTLINE;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Action> actions() {
        return List.of(preview, workbook);
    }

    @Override
    public void onShow() {
        if (date.getValue() == null)
            date.setValue(LocalDate.ofInstant(desk.clock().instant(), desk.zone()));
        scope.load(() -> {});
        date.requestFocus();
    }

    @Override
    public void onHide() {
        jobs.cancelAll();
        scope.onHide();
    }
}
