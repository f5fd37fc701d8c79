package org.gemba.kpi;

import java.util.HashSet;
import org.gemba.kpi.data.BatchChunk;
import org.gemba.kpi.data.BatchTable;
import org.gemba.kpi.data.Books;
import org.gemba.platform.tasks.TaskCancelled;
import org.gemba.platform.tasks.TaskContext;
import tools.jackson.databind.json.JsonMapper;

/// Enters the waiting rows of a batch, some in each write. Whether a row is entered is part of the write that enters
/// it, so that however often this is begun each row becomes one entry.
final class BatchWork {
    private static final int ROWS_IN_ONE_WRITE = 50;

    private final Books books;
    private final JsonMapper json;
    private final int attempts;

    BatchWork(Books books, JsonMapper json, int attempts) {
        this.books = books;
        this.json = json;
        this.attempts = attempts;
    }

    String run(BatchService.Order order, TaskContext context) {
        var batch = books.database().write(handle -> {
            BatchTable.inTask(handle, order.batchId(), context.taskId());
            BatchTable.begun(handle, order.batchId(), books.now());
            return BatchTable.find(handle, order.batchId()).orElseThrow();
        });
        try {
            return enter(batch, context);
        } catch (RuntimeException e) {
            if (e instanceof TaskCancelled || context.attempt() >= attempts) giveUp(batch, e);
            throw e;
        }
    }

    private String enter(Batch batch, TaskContext context) {
        var days = new HashSet<KpiChange.EntryChanged>();
        try {
            while (true) {
                context.checkCancelled();
                var some = books.database()
                        .writeBulk(handle -> BatchChunk.enter(handle, books, json, batch, ROWS_IN_ONE_WRITE));
                days.addAll(some.changes());
                if (some.isLast()) break;
                context.progress(
                        some.processed() * 100 / Math.max(1, batch.validRows()),
                        "entering",
                        some.processed() + " of " + batch.validRows() + " rows");
            }
        } finally {
            days.forEach(books::announce);
        }
        var done = books.database().write(handle -> {
            BatchTable.ended(handle, batch.batchId(), BatchStatus.COMPLETED, null, books.now());
            return BatchTable.find(handle, batch.batchId()).orElseThrow();
        });
        return (done.processed() - done.failed()) + " rows entered, " + done.failed() + " failed, " + done.invalidRows()
                + " invalid";
    }

    private void giveUp(Batch batch, RuntimeException why) {
        var problem = why instanceof TaskCancelled ? "It was stopped." : String.valueOf(why.getMessage());
        books.database().write(handle -> {
            BatchTable.ended(
                    handle,
                    batch.batchId(),
                    BatchStatus.FAILED,
                    problem.length() <= 900 ? problem : problem.substring(0, 900),
                    books.now());
            return batch;
        });
    }
}
