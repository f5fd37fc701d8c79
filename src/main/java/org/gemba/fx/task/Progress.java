package org.gemba.fx.task;

/// What running work may say to the screen that started it; called from the worker's thread.
public interface Progress {
    /// @param percent 0 to 100, or -1 when nobody can tell
    void report(int percent, String message);

    boolean isCancelled();

    /// Throws when the work was cancelled; long loops call it at every safe point.
    void checkCancelled() throws java.util.concurrent.CancellationException;
}
