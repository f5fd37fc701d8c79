package org.gemba.inventory.label;

/// A printer did not take a label.
public final class PrintFailed extends Exception {
    private final boolean passing;

    PrintFailed(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /// Whether it may take it later: it is off, out of reach or busy.
    public boolean isPassing() {
        return passing;
    }
}
