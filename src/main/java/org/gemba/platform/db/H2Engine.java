package org.gemba.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.gemba.platform.error.AppError;
import org.gemba.platform.security.RandomToken;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded database: one file, one admin connection that writes, readers that have no right to write.
///
/// What makes an acknowledgement safe: `CHECKPOINT SYNC` after each commit of a group, before anybody is answered. It
/// writes the commit into the file and forces the file to the disk. `WRITE_DELAY=0` would write at every commit but not
/// force it, and writes everything twice when `CHECKPOINT SYNC` follows, so H2's delayed writing is left alone; it is
/// nobody's answer. `RETENTION_TIME` is how long the place of replaced data is kept: it must exceed the pause between
/// two syncs, which is why an idle writer syncs too. The `async:` file system is a must: with the usual one, a thread
/// that is interrupted while it reads closes the file and with it the database for everybody.
final class H2Engine implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(H2Engine.class);

    /// Whoever connects first, these must be the same: they decide how names are read.
    private static final String DIALECT = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private static final String OPTIONS =
            ";DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=10000;MAX_COMPACT_TIME=2000;TRACE_LEVEL_FILE=0";
    private static final String ONLY_EXISTING = ";IFEXISTS=TRUE";
    private static final String OWNER = "gemba";
    private static final Set<Integer> FATAL = Set.of(50000, 90007, 90028, 90030, 90031, 90067, 90098, 90121);
    private static final Set<Integer> IN_USE = Set.of(90020);
    private static final int READERS = 8;
    private static final long MEGABYTE = 1 << 20;
    private static final Duration BETWEEN_REOPENINGS = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final long leastFree;
    private final Installation installation;
    private final String url;
    private final String password = RandomToken.next();
    private @Nullable Connection keeper;
    private @Nullable Handle writer;
    private @Nullable AckMark mark;
    private @Nullable HikariDataSource readers;
    private @Nullable HikariDataSource scheduler;
    private long lastReopening;

    /// @param leastFree with fewer free bytes on the disk nothing is written
    H2Engine(DatabaseSettings settings, long leastFree) {
        this.settings = settings;
        this.leastFree = leastFree;
        this.installation = new Installation(settings);
        this.url = "jdbc:h2:async:" + settings.folder().toAbsolutePath().resolve("gemba");
    }

    @Override
    public void open(List<String> rooms) {
        var upgrade = new Upgrade(settings);
        upgrade.takeBack();
        installation.checkFile();
        connect(rooms);
        try {
            upgrade(upgrade, rooms);
            var id = installation.settle(writer());
            prepareUsers();
            commit(writer());
            installation.mark(id);
            readers = pool("readers", "reader", READERS);
            scheduler = pool("scheduler", "scheduler", 3);
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
    }

    /// Opens the file, and refuses what is not this folder's database as it was left.
    private void connect(List<String> rooms) {
        try {
            keeper = admin(!installation.exists()).getConnection();
            if (installation.isUnfinished(writer())) createAnew();
            installation.checkIdentity(writer());
            if (mayHaveMark(writer())) mark = AckMark.open(settings.folder(), settings.file(), writer());
            Migrations.refuseNewer(admin(false), rooms, settings.file().toString());
        } catch (SQLException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
    }

    /// The program was killed while it made its first, empty database; nobody was answered yet.
    private void createAnew() throws SQLException {
        LOG.warn("{} was not finished when it was made; it is made anew", settings.file());
        closeAll();
        try {
            Files.delete(settings.file());
        } catch (IOException e) {
            throw new DatabaseRefused("The unfinished database " + settings.file() + " cannot be deleted.", e);
        }
        keeper = admin(true).getConnection();
    }

    private void upgrade(Upgrade upgrade, List<String> rooms) {
        var where = settings.file().toString();
        boolean needed = installation.exists() && Migrations.arePending(admin(false), rooms);
        if (needed) {
            closeAll();
            upgrade.begin();
            connect(rooms);
        }
        try {
            Migrations.run(admin(false), rooms, where);
        } catch (DatabaseRefused e) {
            closeAll();
            upgrade.takeBack();
            throw e;
        }
        writer().execute("checkpoint sync");
        upgrade.done();
        if (mark == null) mark = AckMark.open(settings.folder(), settings.file(), writer());
    }

    private void closeAll() {
        closeWriter();
        close();
    }

    private static boolean mayHaveMark(Handle handle) {
        return handle.createQuery("select count(*) from information_schema.tables where table_name = 'ack_mark'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private DatabaseRefused refused(SQLException e) {
        if (IN_USE.contains(e.getErrorCode())) {
            return new DatabaseRefused("The database " + settings.file() + " is in use by another program.");
        }
        return new DatabaseRefused(
                "The database " + settings.file() + " is damaged or not a database of Gemba's (" + e.getErrorCode()
                        + "); it was left as it is. Restore a backup, or put the right file back.",
                e);
    }

    private void prepareUsers() {
        user(writer(), "reader");
        writer().execute("grant select on schema public to reader");
        user(writer(), "scheduler");
        writer().execute("grant select, insert, update, delete on scheduled_tasks to scheduler");
    }

    private void user(Handle handle, String name) {
        handle.execute("create user if not exists " + name + " password '" + password + "'");
        handle.execute("alter user " + name + " set password '" + password + "'");
    }

    @Override
    public DataSource readers() {
        return open(readers);
    }

    @Override
    public DataSource scheduler() {
        return open(scheduler);
    }

    private static DataSource open(@Nullable DataSource source) {
        if (source == null) throw new IllegalStateException("the database is not open");
        return source;
    }

    /// Readers are serializable: only then do they see one state of all tables; with repeatable read each table is seen
    /// as it is when it is read first.
    private HikariDataSource pool(String name, String user, int size) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(url + DIALECT + ONLY_EXISTING, user, password));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
        if (user.equals("scheduler")) config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    @Override
    public Handle writer() {
        if (writer != null) return writer;
        try {
            var connection = admin(false).getConnection();
            connection.setAutoCommit(false);
            writer = Columns.register(Jdbi.create(connection)).open();
            return writer;
        } catch (SQLException e) {
            throw explain(e, false);
        }
    }

    @Override
    public void commit(Handle handle) {
        if (mark != null) mark.number(handle);
        handle.commit();
        handle.execute("checkpoint sync");
        if (mark != null) mark.acknowledged();
    }

    @Override
    public void idle() {
        if (writer == null) return;
        try {
            writer.execute("checkpoint sync");
        } catch (RuntimeException e) {
            LOG.warn("the idle database could not be synced: {}", e.getMessage());
            discardWriter();
        }
    }

    @Override
    public void checkSpace() {
        long free = free();
        if (free >= leastFree) return;
        throw new AppError.Unavailable(
                "The disk of " + settings.folder() + " is full (" + free / MEGABYTE + " MB left, "
                        + leastFree / MEGABYTE + " MB are needed); nothing can be stored until there is room again.",
                null);
    }

    private long free() {
        try {
            return Files.getFileStore(settings.folder()).getUsableSpace();
        } catch (IOException e) {
            throw new AppError.Unavailable("The data folder " + settings.folder() + " cannot be reached.", e);
        }
    }

    @Override
    public boolean isFatal(Throwable failure) {
        return code(failure).isPresent();
    }

    private static OptionalInt code(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && FATAL.contains(sql.getErrorCode())) {
                return OptionalInt.of(sql.getErrorCode());
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public AppError explain(Throwable failure, boolean doubtful) {
        if (failure instanceof AppError told) return told;
        var why = free() < leastFree
                ? "the disk is full"
                : "database error " + code(failure).orElse(0);
        var what = doubtful
                ? "It is not certain that it was stored (" + why + "); look before you try again."
                : "The database could not store it (" + why + "); nothing was changed.";
        return new AppError.Unavailable(what, failure);
    }

    @Override
    public void discardWriter() {
        closeWriter();
        reopen();
    }

    @Override
    public void closeWriter() {
        if (writer == null) return;
        try {
            writer.getConnection().close();
        } catch (SQLException e) {
            LOG.debug("the lost connection did not close", e);
        }
        writer = null;
    }

    @Override
    public synchronized boolean reopen() {
        forgetConnections();
        if (isOpen()) return true;
        long now = System.nanoTime();
        if (lastReopening != 0 && now - lastReopening < BETWEEN_REOPENINGS.toNanos()) return false;
        lastReopening = now;
        try {
            closeQuietly(keeper);
            keeper = admin(false).getConnection();
            forgetConnections();
            LOG.warn("the database had closed itself and is open again");
            return true;
        } catch (SQLException e) {
            LOG.warn("the database cannot be opened again yet: {}", e.getMessage());
            return false;
        }
    }

    /// Those to a database that has closed itself look valid to the pool.
    private void forgetConnections() {
        if (readers != null) readers.getHikariPoolMXBean().softEvictConnections();
        if (scheduler != null) scheduler.getHikariPoolMXBean().softEvictConnections();
    }

    private boolean isOpen() {
        if (keeper == null) return false;
        try (var statement = keeper.createStatement()) {
            return statement.execute("values 1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public H2Script.Content script(Path target) {
        try (var connection = admin(false).getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            return H2Script.write(Jdbi.create(connection).open(), target);
        } catch (SQLException | JdbiException e) {
            throw new AppError.Unavailable("The database cannot be copied: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (readers != null) readers.close();
        if (scheduler != null) scheduler.close();
        if (mark != null) mark.close();
        mark = null;
        closeQuietly(keeper);
        keeper = null;
    }

    private static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) connection.close();
        } catch (SQLException e) {
            LOG.debug("a lost connection did not close", e);
        }
    }

    DataSource admin(boolean mayCreate) {
        return source(url + DIALECT + OPTIONS + (mayCreate ? "" : ONLY_EXISTING), OWNER, "");
    }

    private static DataSource source(String url, String user, String password) {
        var source = new JdbcDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
