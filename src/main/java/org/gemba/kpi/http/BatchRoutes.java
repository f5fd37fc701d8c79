package org.gemba.kpi.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gemba.access.ApiFamily;
import org.gemba.access.Permission;
import org.gemba.kpi.Batch;
import org.gemba.kpi.BatchService;
import org.gemba.kpi.RowErrorSheet;
import org.gemba.platform.error.AppError;
import org.gemba.platform.tabular.CsvWriter;
import org.gemba.web.Answer;
import org.gemba.web.Call;
import org.gemba.web.Route;

/// Entries by file. Rows are numbered as a spreadsheet program numbers them: the header is row 1.
public final class BatchRoutes {
    private static final long MOST_BYTES = 20L << 20;
    private static final long AROUND_THE_FILE = 64 * 1024;
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");

    private final BatchService service;

    private BatchRoutes(BatchService service) {
        this.service = service;
    }

    public static List<Route> of(BatchService service) {
        var routes = new BatchRoutes(service);
        return List.of(
                Route.post(
                                ApiFamily.KPI,
                                "/api/v1/production/batch",
                                "Check a CSV or XLSX file of entries; its valid rows are entered, or wait with confirm=true")
                        .needs(Permission.ENTRIES_CREATE)
                        .maxBody(MOST_BYTES + AROUND_THE_FILE)
                        .query("confirm", "boolean", "true: wait for /confirm before anything is entered")
                        .takesMultipart(BatchAnswers.Parts.class)
                        .answers(BatchAnswers.Accepted.class)
                        .status(202)
                        .handle(routes::upload),
                batch(Route.post(
                                ApiFamily.KPI,
                                "/api/v1/production/batch/{batch_id}/confirm",
                                "Enter the valid rows of a checked batch"))
                        .needs(Permission.ENTRIES_CREATE)
                        .answers(BatchAnswers.Status.class)
                        .status(202)
                        .handle(routes::confirm),
                batch(Route.get(
                                ApiFamily.KPI,
                                "/api/v1/production/batch/{batch_id}/status",
                                "How far a batch has come"))
                        .needs(Permission.KPI_READ)
                        .answers(BatchAnswers.Status.class)
                        .handle(call -> status(routes.service.status(call.caller(), call.path("batch_id")), service)),
                batch(Route.get(
                                ApiFamily.KPI,
                                "/api/v1/production/batch/{batch_id}/errors",
                                "What is wrong, as CSV: row, field, value, error"))
                        .needs(Permission.KPI_READ)
                        .answersMedia("text/csv")
                        .handle(routes::errors));
    }

    private static Route.Builder batch(Route.Builder route) {
        return route.pathParameter("batch_id", "BATCH-…");
    }

    private Object upload(Call call) throws IOException {
        boolean waits = call.queryFlag("confirm", false);
        call.checked();
        var file = call.file("file");
        if (file.size() > MOST_BYTES) throw new AppError.TooLarge("The file is larger than 20 MB");
        waits |= call.form("confirm")
                .map(text -> TRUE.contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(false);
        var receipt = service.upload(call.caller(), file.fileName(), file.bytes(), waits);
        return Answer.status(202, BatchAnswers.Accepted.of(receipt));
    }

    private Object confirm(Call call) {
        return Answer.status(202, status(service.confirm(call.caller(), call.path("batch_id")), service));
    }

    private static BatchAnswers.Status status(Batch batch, BatchService service) {
        return BatchAnswers.Status.of(batch, service.estimatedEnd(batch));
    }

    private Object errors(Call call) {
        var id = call.path("batch_id");
        var sheet = RowErrorSheet.of(service.errors(call.caller(), id));
        return Answer.download(
                id + "_errors.csv",
                "text/csv; charset=utf-8",
                out -> CsvWriter.forExcel().write(sheet, out));
    }
}
