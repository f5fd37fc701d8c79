package org.gemba.platform.db;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.gemba.platform.error.AppError;
import org.jdbi.v3.core.Handle;

/// What differs between the embedded database and PostgreSQL.
interface Engine {
    /// Opens the database and brings its schema up to date, or refuses with one clear sentence. Called once, first.
    void open(List<String> rooms);

    /// A source of connections that can only read.
    DataSource readers();

    Database.Connections connections();

    /// A source of connections that may write the scheduler's own table and nothing else.
    DataSource scheduler();

    /// A source of new connections each time, without any right but to select from the views of the schema `report`.
    DataSource reports();

    /// The writer's handle, opened again when the last one was discarded. Auto-commit is off. For the writer's thread
    /// only, as are the four below.
    Handle writer();

    /// Commits, and returns when it is on the disk.
    void commit(Handle handle);

    /// Called when nothing was written for a few seconds.
    void idle();

    /// After a failure that lost the connection.
    void discardWriter();

    void closeWriter();

    /// Refuses before anything is begun when the disk is too full to write.
    void checkSpace();

    /// True when the connection, not only the statement, is lost.
    boolean isFatal(Throwable failure);

    /// The failure in words for the one who waits.
    ///
    /// @param doubtful true when it may have been stored nevertheless
    AppError explain(Throwable failure, boolean doubtful);

    /// Opens the database again when it has closed itself, at most once a second.
    ///
    /// @return true when it is open now
    boolean reopen();

    /// Writes all tables, as they are at one instant, into a script for {@link Restore}.
    H2Script.Content script(Path target);

    /// Closes everything; the file is complete and free for another program afterwards.
    void close();
}
