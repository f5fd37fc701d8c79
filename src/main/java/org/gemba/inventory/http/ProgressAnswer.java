package org.gemba.inventory.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemba.inventory.ImportRun;
import org.gemba.platform.tasks.TaskRecord;
import org.jspecify.annotations.Nullable;

/// How far an import is, in the words of the API.
record ProgressAnswer(
        String importId,
        int totalParts,
        int processedParts,
        int successfulParts,
        int failedParts,
        String currentOperation,
        boolean isDownloading,
        @Nullable BigDecimal downloadProgress,
        List<String> errors,
        @Nullable Instant startTime,
        @Nullable Instant estimatedCompletion,
        BigDecimal percentageComplete,
        String message) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static ProgressAnswer of(ImportRun run, int lines, Optional<TaskRecord> task) {
        var outcome = run.outcome();
        int percent = outcome != null ? 100 : task.map(TaskRecord::progress).orElse(0);
        int processed = outcome != null ? lines : lines * percent / 100;
        return new ProgressAnswer(
                run.id().toString(),
                lines + run.errors().size(),
                processed,
                outcome == null ? processed : outcome.successes().size(),
                outcome == null ? run.errors().size() : outcome.failures().size(),
                outcome == null ? task.map(TaskRecord::message).orElse("waiting") : "done",
                false,
                null,
                outcome == null ? run.errors().stream().map(Object::toString).toList() : outcome.failures(),
                task.map(TaskRecord::startedAt).orElse(null),
                null,
                BigDecimal.valueOf(percent).min(HUNDRED).setScale(1, RoundingMode.HALF_UP),
                outcome == null ? "Import in progress" : "No import in progress");
    }
}
