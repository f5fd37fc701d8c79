package org.gemba.platform.db;

import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// A database file beside the real one, to load and examine a backup in.
final class H2Copy implements AutoCloseable {
    private final Handle handle;

    private H2Copy(Handle handle) {
        this.handle = handle;
    }

    static H2Copy create(Path folder) throws SQLException {
        return new H2Copy(Jdbi.create(new H2Connections(folder).connect(true)).open());
    }

    void load(Path script) {
        H2Script.load(handle, script);
        handle.execute("checkpoint sync");
    }

    H2Script.Content content() {
        return H2Script.content(handle);
    }

    @Override
    public void close() throws SQLException {
        handle.getConnection().close();
    }
}
