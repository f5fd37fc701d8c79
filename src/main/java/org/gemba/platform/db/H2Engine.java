package org.gemba.platform.db;

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

    private static final Set<Integer> FATAL = Set.of(50000, 90007, 90028, 90030, 90031, 90067, 90098, 90121);
    private static final Set<Integer> IN_USE = Set.of(90020);
    private static final long MEGABYTE = 1 << 20;
    private static final Duration BETWEEN_REOPENINGS = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final long leastFree;
    private final Installation installation;
    private final H2Connections connections;
    private volatile @Nullable Connection keeper;
    private @Nullable Handle writer;
    private @Nullable AckMark mark;
    private long lastReopening;

    /// @param leastFree with fewer free bytes on the disk nothing is written
    H2Engine(DatabaseSettings settings, long leastFree) {
        this.settings = settings;
        this.leastFree = leastFree;
        this.installation = new Installation(settings);
        this.connections = new H2Connections(settings.folder());
    }

    @Override
    public void open(List<String> rooms) {
        var upgrade = new Upgrade(settings);
        upgrade.takeBack();
        installation.checkFile();
        H2Recovery.run(settings.file());
        connect();
        try {
            upgrade(upgrade, rooms);
            var id = installation.settle(writer());
            connections.openPools(writer(), this::isOpen);
            commit(writer());
            installation.mark(id);
        } catch (RuntimeException e) {
            closeAll();
            throw e;
        }
    }

    /// Opens the file, and refuses what is not this folder's database as it was left.
    private void connect() {
        try {
            keeper = connections.connect(!installation.exists());
            if (installation.isUnfinished(writer())) createAnew();
            installation.checkIdentity(writer());
            if (mayHaveMark(writer())) mark = AckMark.open(settings.folder(), settings.file(), writer());
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
        keeper = connections.connect(true);
    }

    private void upgrade(Upgrade upgrade, List<String> rooms) {
        var migrations = new Migrations(connections.admin(false), rooms, settings.file());
        if (!migrations.arePending()) return;
        if (installation.exists()) {
            closeAll();
            upgrade.begin();
            connect();
        }
        try {
            migrations.run();
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

    @Override
    public Database.Connections connections() {
        return connections.counts();
    }

    @Override
    public DataSource readers() {
        return connections.readers();
    }

    @Override
    public DataSource scheduler() {
        return connections.scheduler();
    }

    @Override
    public DataSource reports() {
        return connections.reports();
    }

    @Override
    public Handle writer() {
        if (writer != null) return writer;
        if (!isOpen() && !reopen()) throw new AppError.Unavailable("The database cannot be written now.", null);
        try {
            var connection = connections.connect(false);
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

    /// A `FileStore` asks the table of mounts, which a container or a changed root need not show.
    private long free() {
        if (!Files.isDirectory(settings.folder())) {
            throw new AppError.Unavailable("The data folder " + settings.folder() + " cannot be reached.", null);
        }
        return settings.folder().toFile().getUsableSpace();
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
        connections.forget();
        if (isOpen()) return true;
        long now = System.nanoTime();
        if (lastReopening != 0 && now - lastReopening < BETWEEN_REOPENINGS.toNanos()) return false;
        lastReopening = now;
        try {
            closeQuietly(keeper);
            keeper = null;
            H2Recovery.run(settings.file());
            var connection = connections.connect(false);
            if (mark != null && mark.isAheadOf(Jdbi.create(connection).open())) {
                closeQuietly(connection);
                LOG.error(
                        "{} has lost acknowledged writes; end Gemba and start it again to be told more",
                        settings.file());
                return false;
            }
            keeper = connection;
            connections.forget();
            LOG.warn("the database had closed itself and is open again");
            return true;
        } catch (SQLException e) {
            LOG.warn("the database cannot be opened again yet: {}", e.getMessage());
            return false;
        }
    }

    private boolean isOpen() {
        var connection = keeper;
        if (connection == null) return false;
        try (var statement = connection.createStatement()) {
            return statement.execute("values 1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public H2Script.Content script(Path target) {
        try (var connection = connections.connect(false)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setAutoCommit(false);
            return H2Script.write(Jdbi.create(connection).open(), target);
        } catch (SQLException | JdbiException e) {
            throw new AppError.Unavailable("The database cannot be copied: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        connections.close();
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
}
