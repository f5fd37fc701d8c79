package org.gemba.demo.k3cloud;

/// Where the simulator takes its documents from.
@FunctionalInterface
public interface DocumentSource {
    /// The rows of a form; a form without any is an empty table.
    FormTable table(FormKind form);
}
