package org.gemba.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.gemba.platform.security.RandomToken;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Who may connect to the embedded database, and how: the owner who writes, readers who may select, and db-scheduler
/// with its own table, and questions that a language model put into SQL, which see the views of the schema `report` and
/// nothing else. The passwords of all but the owner are new at every start.
final class H2Connections {
    /// Whoever connects first, these must be the same: they decide how names are read.
    private static final String DIALECT = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final String OPTIONS =
            ";DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=10000;MAX_COMPACT_TIME=2000;TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=128";
    private static final String ONLY_EXISTING = ";IFEXISTS=TRUE";
    private static final String OWNER = "gemba";
    private static final String READER = "reader";
    private static final String SCHEDULER = "scheduler";
    private static final String REPORTER = "reporter";
    private static final int READERS = 8;
    private static final int SCHEDULERS = 3;
    private static final long PATIENCE_MILLIS = 10_000;

    private final String url;
    private final String password = RandomToken.next();
    private @Nullable HikariDataSource readers;
    private @Nullable HikariDataSource scheduler;

    H2Connections(Path folder) {
        this.url = "jdbc:h2:async:" + folder.toAbsolutePath().resolve("gemba") + DIALECT;
    }

    /// @param mayCreate whether a missing file may be made
    DataSource admin(boolean mayCreate) {
        return source(url + OPTIONS + (mayCreate ? "" : ONLY_EXISTING), OWNER, "");
    }

    Connection connect(boolean mayCreate) throws SQLException {
        return admin(mayCreate).getConnection();
    }

    /// Readers are serializable: only then do they see one state of all tables; with repeatable read each table is seen
    /// as it is when it is read first.
    ///
    /// @param isOpen whether the database has not closed itself
    void openPools(Handle admin, BooleanSupplier isOpen) {
        user(admin, READER);
        admin.execute("grant select on schema public to " + READER);
        user(admin, SCHEDULER);
        admin.execute("grant select, insert, update, delete on scheduled_tasks to " + SCHEDULER);
        user(admin, REPORTER);
        admin.execute("create schema if not exists report");
        admin.execute("grant select on schema report to " + REPORTER);
        admin.commit();
        readers = pool(READER, READERS, "TRANSACTION_SERIALIZABLE", isOpen);
        scheduler = pool(SCHEDULER, SCHEDULERS, "TRANSACTION_READ_COMMITTED", isOpen);
    }

    private void user(Handle admin, String name) {
        admin.execute("create user if not exists " + name + " password '" + password + "'");
        admin.execute("alter user " + name + " set password '" + password + "'");
    }

    private HikariDataSource pool(String user, int size, String isolation, BooleanSupplier isOpen) {
        var config = new HikariConfig();
        config.setPoolName(user);
        config.setDataSource(new GuardedSource(source(url + ONLY_EXISTING, user, password), isOpen));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setTransactionIsolation(isolation);
        return new HikariDataSource(config);
    }

    Database.Connections counts() {
        var pool = readers == null ? null : readers.getHikariPoolMXBean();
        if (pool == null) return new Database.Connections(0, 0, READERS);
        return new Database.Connections(pool.getActiveConnections(), pool.getIdleConnections(), READERS);
    }

    DataSource readers() {
        return opened(readers);
    }

    DataSource scheduler() {
        return opened(scheduler);
    }

    DataSource reports() {
        return source(url + ONLY_EXISTING, REPORTER, password);
    }

    private static DataSource opened(@Nullable DataSource source) {
        if (source == null) throw new IllegalStateException("the database is not open");
        return source;
    }

    /// Connections to a database that has closed itself look valid to the pool.
    void forget() {
        if (readers != null) readers.getHikariPoolMXBean().softEvictConnections();
        if (scheduler != null) scheduler.getHikariPoolMXBean().softEvictConnections();
    }

    void close() {
        if (readers != null) readers.close();
        if (scheduler != null) scheduler.close();
    }

    private static DataSource source(String url, String user, String password) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
