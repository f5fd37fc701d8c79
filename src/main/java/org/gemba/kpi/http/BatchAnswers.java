package org.gemba.kpi.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemba.kpi.Batch;
import org.gemba.kpi.BatchReceipt;
import org.gemba.kpi.BatchStatus;
import org.gemba.kpi.RowError;
import org.gemba.web.Upload;
import org.jspecify.annotations.Nullable;

/// What the batch routes answer.
final class BatchAnswers {
    private BatchAnswers() {}

    record RowFault(int row, String field, String error) {
        static RowFault of(RowError error) {
            return new RowFault(error.line(), error.field(), error.problem());
        }
    }

    record Accepted(
            String batchId,
            BatchStatus status,
            int totalRows,
            int validRows,
            int invalidRows,
            List<RowFault> errors,
            @Nullable String sameContentAs,
            String statusUrl,
            String confirmUrl,
            String errorsUrl) {
        static Accepted of(BatchReceipt receipt) {
            var batch = receipt.batch();
            var url = "/api/v1/production/batch/" + batch.batchId();
            return new Accepted(
                    batch.batchId(),
                    batch.status(),
                    batch.totalRows(),
                    batch.validRows(),
                    batch.invalidRows(),
                    receipt.errors().stream().map(RowFault::of).toList(),
                    receipt.sameAs(),
                    url + "/status",
                    url + "/confirm",
                    url + "/errors");
        }
    }

    record Progress(int total, int processed, int failed) {}

    record Status(
            String batchId,
            BatchStatus status,
            Progress progress,
            @Nullable Instant estimatedCompletion,
            String fileName,
            int inserted,
            int totalRows,
            int invalidRows,
            Instant createdAt,
            String createdBy,
            @Nullable Instant finishedAt,
            @Nullable String problem) {
        static Status of(Batch batch, Optional<Instant> end) {
            return new Status(
                    batch.batchId(),
                    batch.status(),
                    new Progress(batch.validRows(), batch.processed(), batch.failed()),
                    end.orElse(null),
                    batch.fileName(),
                    batch.processed() - batch.failed(),
                    batch.totalRows(),
                    batch.invalidRows(),
                    batch.createdAt(),
                    batch.createdName(),
                    batch.finishedAt(),
                    batch.problem());
        }
    }

    /// The parts of an upload.
    record Parts(Upload file, @Nullable Boolean confirm) {}
}
