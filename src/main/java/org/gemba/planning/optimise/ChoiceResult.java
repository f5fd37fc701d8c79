package org.gemba.planning.optimise;

import java.util.OptionalDouble;

/// What a choice ends in.
public sealed interface ChoiceResult {
    /// Options that keep all limits.
    /// @param chosen an option for each thing
    /// @param cost their sum
    /// @param bound no choice costs less than this; empty where nobody proved one
    /// @param proven whether no choice is better
    @SuppressWarnings("ArrayRecordComponent")
    record Chosen(int[] chosen, double cost, OptionalDouble bound, boolean proven) implements ChoiceResult {}

    /// No choice keeps all limits.
    /// @param proven whether that is certain, or none was found
    record Impossible(boolean proven) implements ChoiceResult {}
}
