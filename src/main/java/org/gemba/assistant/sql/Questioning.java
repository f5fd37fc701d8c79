package org.gemba.assistant.sql;

import java.util.Map;
import java.util.UUID;
import org.gemba.platform.audit.Audit;
import org.gemba.platform.db.Database;

/// From a model's statement to its result, with a line in the audit for each: who asked what, which statement, what
/// came of it.
public final class Questioning implements AutoCloseable {
    private static final int LONGEST_QUESTION = 500;

    private final Database database;
    private final Audit audit;
    private final ReportCatalog catalog;
    private final SqlGuard guard;
    private final QueryRunner runner;

    /// A statement that passed the guard.
    public record Guarded(String sql) {}

    public Questioning(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
        this.catalog = ReportCatalog.read(database);
        this.guard = new SqlGuard(catalog);
        this.runner = new QueryRunner(database.reportSource());
    }

    public ReportCatalog catalog() {
        return catalog;
    }

    public Guarded check(String who, String question, String sql) throws GuardRefused {
        try {
            return new Guarded(guard.check(sql));
        } catch (GuardRefused e) {
            record(who, "query_refused", question, sql, e.reason() + " " + e.detail());
            throw e;
        }
    }

    public QueryResult run(String who, String question, Guarded guarded) throws QueryFailed {
        try {
            var result = runner.run(guarded.sql());
            record(who, "query", question, guarded.sql(), result.rows().size() + " rows");
            return result;
        } catch (QueryFailed e) {
            record(who, "query_failed", question, guarded.sql(), e.reason().name());
            throw e;
        }
    }

    private void record(String who, String action, String question, String sql, String outcome) {
        var asked = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) + "…" : question;
        var statement = sql.length() > SqlGuard.LONGEST ? sql.substring(0, SqlGuard.LONGEST) + "…" : sql;
        var line = Map.of("question", asked, "sql", statement, "outcome", outcome);
        database.write(handle -> {
            audit.record(handle, who, action, "assistant", UUID.randomUUID().toString(), null, line);
            return action;
        });
    }

    @Override
    public void close() {
        runner.close();
        guard.close();
    }
}
