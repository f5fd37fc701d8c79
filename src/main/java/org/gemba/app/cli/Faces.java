package org.gemba.app.cli;

import java.nio.file.Path;
import org.gemba.app.control.Order;
import org.jspecify.annotations.Nullable;

/// What commands set going. Each returns the exit code.
public interface Faces {
    int desktop(StartOptions options);

    int serve(StartOptions options);

    /// Carries an order out where the data folder is open: in the running program, else here.
    int order(@Nullable Path data, Order order);

    /// Brings a backup back; nobody may be using the folder.
    int restore(@Nullable Path data, Path file);

    Terminal terminal();
}
