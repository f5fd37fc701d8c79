package org.gemba.planning.solver;

import com.google.ortools.Loader;
import java.util.Optional;

/// Brings OR-Tools into the process. The library is native code for one kind of machine, unpacked into the temporary
/// folder at the first use (about two seconds); where that fails, everything that needs no proof goes on without it.
public final class NativeSolver {
    private NativeSolver() {}

    /// Loads the library; at once when it is loaded already.
    ///
    /// @return why it cannot be used here; empty when it can
    public static Optional<String> load() {
        try {
            Loader.loadNativeLibraries();
            return Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }
}
