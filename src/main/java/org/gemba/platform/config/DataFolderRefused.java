package org.gemba.platform.config;

/// The data folder cannot be used; the message is the one line that people see, and names the folder.
public final class DataFolderRefused extends RuntimeException {
    private final boolean inUse;

    public DataFolderRefused(String message, boolean inUse) {
        super(message);
        this.inUse = inUse;
    }

    /// True when another program runs with it.
    public boolean isInUse() {
        return inUse;
    }
}
