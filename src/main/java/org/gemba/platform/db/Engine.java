package org.gemba.platform.db;

import javax.sql.DataSource;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;

/// What differs between the embedded database and PostgreSQL.
interface Engine {
    /// Opens the database, or refuses with one clear sentence. Called once, before anything else.
    void open();

    /// A source of connections that may do everything; for migrations.
    DataSource admin();

    /// Called after migrations: rights of the other users.
    void prepareUsers();

    /// A source of connections that can only read.
    DataSource readers();

    /// A source of connections that may write the scheduler's own table and nothing else.
    DataSource scheduler();

    /// The writer's handle, opened again when the last one was discarded. Auto-commit is off.
    Handle writer();

    /// Brings everything that is committed to the disk.
    void sync(Handle handle);

    /// Refuses before anything is begun when the disk is too full to write.
    void checkSpace();

    /// True when the connection, not only the statement, is lost.
    boolean isFatal(Throwable failure);

    /// The failure in words for the one who waits.
    AppError explain(Throwable failure);

    void discardWriter();

    void closeWriter();

    /// Closes everything; the file is complete and free for another program afterwards.
    void close();
}
