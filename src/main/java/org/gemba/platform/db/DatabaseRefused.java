package org.gemba.platform.db;

/// The database cannot be opened, or must not be; the message is the one line that people see, and names the file.
public final class DatabaseRefused extends RuntimeException {
    public DatabaseRefused(String message) {
        super(message);
    }

    DatabaseRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
