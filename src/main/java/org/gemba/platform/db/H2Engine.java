package org.gemba.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import javax.sql.DataSource;
import org.gemba.platform.error.AppError;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The embedded database: one file, one admin connection that writes, readers that have no right to write.
final class H2Engine implements Engine {
    private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final String OWNER = "gemba";
    private static final Set<Integer> FATAL = Set.of(50000, 90007, 90028, 90030, 90031, 90067, 90098, 90121);
    private static final int READERS = 8;

    private final DatabaseSettings settings;
    private final Jdbi jdbi;
    private final String url;
    private final String password = randomWord();
    private @Nullable Connection keeper;
    private @Nullable Handle writer;
    private @Nullable HikariDataSource readers;
    private @Nullable HikariDataSource scheduler;

    H2Engine(DatabaseSettings settings) {
        this.settings = settings;
        this.url = "jdbc:h2:async:" + settings.folder().toAbsolutePath().resolve("gemba");
        this.jdbi = Columns.register(Jdbi.create(this::connect));
    }

    @Override
    public void open() {
        try {
            keeper = connect();
        } catch (SQLException e) {
            throw new DatabaseRefused(settings.file(), e);
        }
    }

    @Override
    public DataSource admin() {
        return source(url + MODE + ";DB_CLOSE_ON_EXIT=FALSE", OWNER, "");
    }

    @Override
    public void prepareUsers() {
        var handle = writer();
        user(handle, "reader");
        handle.execute("grant select on schema public to reader");
        user(handle, "scheduler");
        handle.execute("grant select, insert, update, delete on scheduled_tasks to scheduler");
    }

    private void user(Handle handle, String name) {
        handle.execute("create user if not exists " + name + " password '" + password + "'");
        handle.execute("alter user " + name + " set password '" + password + "'");
    }

    @Override
    public DataSource readers() {
        if (readers == null) readers = pool("readers", "reader", READERS);
        return readers;
    }

    @Override
    public DataSource scheduler() {
        if (scheduler == null) scheduler = pool("scheduler", "scheduler", 3);
        return scheduler;
    }

    private HikariDataSource pool(String name, String user, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(url, user, password));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(20_000);
        if (user.equals("reader")) config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    @Override
    public Handle writer() {
        if (writer == null) {
            writer = jdbi.open();
            try {
                writer.getConnection().setAutoCommit(false);
            } catch (SQLException e) {
                throw new AppError.Unavailable("The database cannot be written.", e);
            }
        }
        return writer;
    }

    @Override
    public void sync(Handle handle) {
        handle.execute("checkpoint sync");
    }

    @Override
    public void checkSpace() {}

    @Override
    public boolean isFatal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && FATAL.contains(sql.getErrorCode())) return true;
        }
        return false;
    }

    @Override
    public AppError explain(Throwable failure) {
        return new AppError.Unavailable("The database could not store it; nothing was changed.", failure);
    }

    @Override
    public void discardWriter() {
        closeWriter();
    }

    @Override
    public void closeWriter() {
        if (writer == null) return;
        try {
            writer.getConnection().close();
        } catch (SQLException e) {
            // it is gone either way
        }
        writer = null;
    }

    @Override
    public void close() {
        if (readers != null) readers.close();
        if (scheduler != null) scheduler.close();
        if (keeper == null) return;
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new AppError.Unavailable("The database could not be closed.", e);
        }
    }

    private Connection connect() throws SQLException {
        return admin().getConnection();
    }

    private static DataSource source(String url, String user, String password) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static String randomWord() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
