package org.gemba.app.control;

import java.util.function.Consumer;

/// Who carries orders out, be it in this process or in the one that has the data folder.
@FunctionalInterface
public interface Orders {
    /// @param say takes lines for the person at the terminal, as they come
    /// @return the exit code of the command
    int carryOut(Order order, Consumer<String> say);
}
