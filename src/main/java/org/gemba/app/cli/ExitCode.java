package org.gemba.app.cli;

/// What a command leaves behind for scripts.
public final class ExitCode {
    public static final int DONE = 0;
    /// It was tried and did not succeed.
    public static final int FAILED = 1;
    /// A wrong option, argument or setting; nothing was tried.
    public static final int WRONG_USE = 2;
    /// Somebody else has the data folder or the port.
    public static final int TAKEN = 3;

    private ExitCode() {}
}
