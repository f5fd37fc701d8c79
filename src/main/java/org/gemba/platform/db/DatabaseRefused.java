package org.gemba.platform.db;

import java.nio.file.Path;

/// The database cannot be opened, or must not be; the message is the one line that people see, and names the file.
public final class DatabaseRefused extends RuntimeException {
    public DatabaseRefused(String message) {
        super(message);
    }

    DatabaseRefused(Path file, Throwable cause) {
        super("The database " + file + " cannot be opened: " + cause.getMessage(), cause);
    }
}
