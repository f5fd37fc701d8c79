package org.gemba.kpi.http;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.KpiService;
import org.gemba.kpi.ReportService;
import org.gemba.kpi.report.DailyPrinter;
import org.gemba.kpi.report.WorkbookWriter;
import org.gemba.platform.error.FieldError;
import org.gemba.platform.error.FieldError.Place;
import org.gemba.platform.error.FieldError.Rule;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// Reports as files.
public final class ReportRoutes {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final KpiService figures;
    private final ReportService reports;
    private final DailyPrinter printer;
    private final WorkbookWriter workbooks;

    private ReportRoutes(KpiService figures, ReportService reports, DailyPrinter printer, WorkbookWriter workbooks) {
        this.figures = figures;
        this.reports = reports;
        this.printer = printer;
        this.workbooks = workbooks;
    }

    public static List<Route> of(
            KpiService figures, ReportService reports, DailyPrinter printer, WorkbookWriter workbooks) {
        var routes = new ReportRoutes(figures, reports, printer, workbooks);
        return List.of(
                Route.get(ApiFamily.KPI, "/api/v1/reports/production/daily/pdf", "The daily production report as PDF")
                        .needs(Permission.REPORTS_EXPORT)
                        .requiredQuery("client_id", "string", "whose day")
                        .query("date", "string", "YYYY-MM-DD, default today in the client's zone")
                        .query("include_charts", "boolean", "default true")
                        .handle(routes::daily),
                Route.get(ApiFamily.KPI, "/api/v1/reports/production/excel", "Figures and all rows as a workbook")
                        .needs(Permission.REPORTS_EXPORT)
                        .query("client_id", "string", "the caller's own when left out; all of them for who may see all")
                        .query("date_from", "string", "YYYY-MM-DD, default 30 days up to date_to")
                        .query("date_to", "string", "YYYY-MM-DD, inclusive, default today")
                        .handle(routes::excel));
    }

    /// The file is made whole before it leaves, so that a failure is an error and not half a PDF.
    private Object daily(Call call) {
        var client = call.query("client_id").orElse("");
        if (client.isEmpty()) call.fault(new FieldError(Place.QUERY, "client_id", null, new Rule.Required()));
        var date = DayParameters.day(call, "date");
        boolean withCharts = call.queryFlag("include_charts", true);
        call.checked();
        var report = reports.daily(call.caller(), client, date);
        var pdf = new ByteArrayOutputStream();
        printer.print(report, call.locale(), withCharts).writePdf(pdf);
        var name = report.client().clientId() + "_Daily_Production_" + report.date() + ".pdf";
        return Answer.download(name, "application/pdf", pdf::writeTo);
    }

    /// Every check comes before the first byte.
    private Object excel(Call call) {
        var from = DayParameters.day(call, "date_from");
        var to = DayParameters.day(call, "date_to");
        call.checked();
        var client = call.query("client_id").orElse(null);
        var scope = figures.scope(call.caller(), client, from, to, null);
        var source = reports.workbook(call.caller(), scope);
        var locale = call.locale();
        var name = "Production_Data_" + scope.from() + "_to_" + scope.to() + ".xlsx";
        return Answer.download(name, XLSX, out -> workbooks.write(source, locale, out));
    }
}
