package org.gemba.assistant.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.gemba.assistant.sql.QueryFailed.Reason;
import org.gemba.platform.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs guarded statements: two at a time, each on a fresh connection of the user who may read the report views only,
/// with limits on time, memory, rows and bytes.
public final class QueryRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryRunner.class);
    private static final int AT_A_TIME = 2;
    private static final int SECONDS = 4;
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_CELL = 500;
    private static final int MOST_DIGITS = 60;
    private static final int CANCELLED = 57014;

    private final DataSource source;
    private final int seconds;
    private final MemoryWatch watch = new MemoryWatch();
    private final Semaphore free = new Semaphore(AT_A_TIME);
    /// Platform threads, since what a virtual one allocates is not counted.
    private final ExecutorService pool = Threads.pool("report-query", AT_A_TIME);

    /// @param source makes a new connection each time; on PostgreSQL of a role that is read-only
    public QueryRunner(DataSource source) {
        this(source, SECONDS);
    }

    QueryRunner(DataSource source, int seconds) {
        this.source = source;
        this.seconds = seconds;
    }

    /// @param sql from {@link SqlGuard#check} and from nowhere else
    public QueryResult run(String sql) throws QueryFailed {
        if (!free.tryAcquire()) throw new QueryFailed(Reason.BUSY, "other questions are being answered");
        try {
            return pool.submit(() -> connected(sql)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof QueryFailed told) throw told;
            LOG.error("a question's query ended badly", e.getCause());
            throw new QueryFailed(Reason.TOO_LARGE, "it ended badly");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryFailed(Reason.UNAVAILABLE, "interrupted");
        } finally {
            free.release();
        }
    }

    private QueryResult connected(String sql) throws QueryFailed {
        try (var connection = source.getConnection()) {
            return run(connection, sql);
        } catch (SQLException e) {
            LOG.info("a question's query failed: {}", e.getMessage());
            throw new QueryFailed(Reason.UNAVAILABLE, "no connection");
        }
    }

    private QueryResult run(Connection connection, String sql) throws QueryFailed, SQLException {
        connection.setReadOnly(true);
        try (var statement = connection.createStatement()) {
            statement.setMaxRows(SqlGuard.MOST_ROWS);
            statement.setFetchSize(SqlGuard.MOST_ROWS);
            statement.setQueryTimeout(seconds);
            return watched(statement, sql);
        }
    }

    private QueryResult watched(Statement statement, String sql) throws QueryFailed {
        var watching = watch.begin(statement);
        try (watching;
                var rows = statement.executeQuery(sql)) {
            return read(rows);
        } catch (SQLException e) {
            if (watching.fired()) throw new QueryFailed(Reason.TOO_LARGE, "it needs too much memory");
            if (e.getErrorCode() == CANCELLED) throw new QueryFailed(Reason.TOO_SLOW, "it took too long");
            LOG.debug("a question's query failed", e);
            throw new QueryFailed(Reason.WRONG, firstLine(e));
        }
    }

    /// H2 repeats the whole statement after the sentence.
    private static String firstLine(SQLException e) {
        var message =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return message.replaceAll("; SQL statement.*", "");
    }

    private static QueryResult read(ResultSet rows) throws SQLException {
        var columns = new ArrayList<String>();
        var meta = rows.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) columns.add(meta.getColumnLabel(i));
        var found = new ArrayList<List<@Nullable Object>>();
        int bytes = 0;
        while (rows.next()) {
            var row = new ArrayList<@Nullable Object>();
            for (int i = 1; i <= columns.size(); i++) {
                var value = value(rows.getObject(i));
                bytes += value == null ? 4 : value.toString().length() * 2 + 4;
                row.add(value);
            }
            if (bytes > MOST_BYTES) return new QueryResult(columns, found, false);
            found.add(row);
        }
        return new QueryResult(columns, found, true);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long)
            return value;
        if (value instanceof BigDecimal number && isShort(number)) return number;
        if (value instanceof Double number && Double.isFinite(number)) return BigDecimal.valueOf(number);
        return cut(value.toString());
    }

    private static boolean isShort(BigDecimal number) {
        return Math.max(number.precision(), Math.abs(number.scale())) < MOST_DIGITS;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }

    @Override
    public void close() {
        pool.shutdownNow();
        watch.close();
    }
}
