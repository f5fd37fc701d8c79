package org.gemba.platform.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one database. Reads run on a bounded pool of connections that cannot write, each in a transaction that sees
/// one state of all tables. Writes run one after the other on a single thread, grouped, and return when the group is
/// on the disk.
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final long LEAST_FREE = 100L << 20;

    private final Engine engine;
    private final Jdbi readers;
    private final Writer writer;
    /// Of the write that goes on; touched by the writer's thread only.
    private @Nullable List<Runnable> afterwards;

    private Database(Engine engine) {
        this.engine = engine;
        this.readers = Columns.register(Jdbi.create(engine.readers()));
        this.writer = new Writer(engine);
    }

    /// Opens or creates the database and brings its schema up to date.
    ///
    /// @param rooms the packages below `org.gemba` that have a `migration` folder, for example `platform`, `erp`
    /// @throws DatabaseRefused with one sentence for people when it cannot or must not be opened
    public static Database open(DatabaseSettings settings, List<String> rooms) {
        return open(settings, rooms, LEAST_FREE);
    }

    static Database open(DatabaseSettings settings, List<String> rooms, long leastFree) {
        if (!settings.isEmbedded()) {
            throw new DatabaseRefused("GEMBA_DATABASE_URL is set, but this version keeps its data in the embedded"
                    + " database only; take the setting away.");
        }
        var engine = new H2Engine(settings, leastFree);
        engine.open(rooms);
        return new Database(engine);
    }

    /// Reads in one transaction that sees one state of all tables. The handle is closed afterwards: return lists and
    /// records, not streams.
    public <T> T read(Function<Handle, T> work) {
        var own = writer.ownHandle();
        if (own != null) return work.apply(own);
        try {
            return readers.inTransaction(work::apply);
        } catch (ConnectionException e) {
            return readAgain(work, e);
        } catch (JdbiException e) {
            if (!engine.isFatal(e)) throw e;
            return readAgain(work, e);
        }
    }

    /// The database may have closed itself, for example because its disk is full; what it holds can still be read.
    private <T> T readAgain(Function<Handle, T> work, JdbiException first) {
        LOG.warn("a read failed: {}", first.getMessage());
        if (!engine.reopen()) throw new AppError.Unavailable("The database cannot be read now.", first);
        try {
            return readers.inTransaction(work::apply);
        } catch (JdbiException e) {
            if (!engine.isFatal(e) && !(e instanceof ConnectionException)) throw e;
            throw new AppError.Unavailable("The database cannot be read now.", e);
        }
    }

    /// How many connections of readers are in use, at rest, and possible.
    public record Connections(int active, int idle, int most) {}

    public Connections connections() {
        return engine.connections();
    }

    /// Reads the least that can be read.
    ///
    /// @return how long it took
    /// @throws AppError.Unavailable when the database cannot be read now
    public Duration ping() {
        long begin = System.nanoTime();
        read(handle -> handle.createQuery("select 1").mapTo(int.class).one());
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /// Writes, and returns when it is on the disk: neither a kill nor a power cut loses it any more. All or nothing;
    /// an exception of the work rolls it back and comes out here. Work must not change the schema, and should not wait
    /// for anything but the database. Called inside other work it joins that.
    ///
    /// @throws AppError.Unavailable when the database cannot store it now
    public <T> T write(Function<Handle, T> work) {
        var own = writer.ownHandle();
        if (own != null) return work.apply(own);
        return thenTell(work, false);
    }

    private <T> T thenTell(Function<Handle, T> work, boolean isBulk) {
        var actions = new ArrayList<Runnable>();
        var result = await(writer.submit(
                handle -> {
                    afterwards = actions;
                    try {
                        return work.apply(handle);
                    } finally {
                        afterwards = null;
                    }
                },
                isBulk));
        actions.forEach(Runnable::run);
        return result;
    }

    /// Does something as soon as the write that goes on is on the disk, on the thread that asked for the write: for
    /// announcements, whose listeners will read what was written. A write that fails does nothing. Outside a write it
    /// is done at once.
    public void afterwards(Runnable action) {
        var actions = writer.ownHandle() == null ? null : afterwards;
        if (actions == null) action.run();
        else actions.add(action);
    }

    /// One write out of several calls of {@link #write} and {@link #read}, for code that does not speak SQL itself: all
    /// of them or none, and they see what the ones before them wrote.
    public <T> T together(Supplier<T> work) {
        return write(handle -> work.get());
    }

    /// Like {@link #write}, for one part of a long load (up to about a thousand rows): it lets small writes pass.
    public <T> T writeBulk(Function<Handle, T> work) {
        var own = writer.ownHandle();
        if (own != null) return work.apply(own);
        return thenTell(work, true);
    }

    /// Like {@link #write} without waiting; the future completes when it is on the disk.
    public <T> CompletableFuture<T> writeLater(Function<Handle, T> work) {
        return writer.submit(work, false);
    }

    /// For the task engine's scheduler only: may write its own table and nothing else.
    public DataSource schedulerSource() {
        return engine.scheduler();
    }

    /// For statements that people did not write: new connections, never pooled, of a user without any right but to
    /// select from the views of the schema `report`.
    public DataSource reportSource() {
        return engine.reports();
    }

    H2Script.Content script(Path target) {
        return engine.script(target);
    }

    /// Finishes the writes that wait, then closes the file.
    @Override
    public void close() {
        writer.close();
        engine.close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) throw own;
            if (e.getCause() instanceof Error own) throw own;
            throw e;
        }
    }
}
