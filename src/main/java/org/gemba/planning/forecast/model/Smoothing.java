package org.gemba.planning.forecast.model;

import java.util.OptionalDouble;

/// The weights of exponential smoothing that were asked for; what is absent is optimised.
public record Smoothing(OptionalDouble alpha, OptionalDouble beta, OptionalDouble gamma, OptionalDouble phi) {
    /// Everything is optimised, the form of the trend included.
    public static Smoothing automatic() {
        return new Smoothing(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /// Given weights of level, trend and season.
    public static Smoothing fixed(double alpha, double beta, double gamma) {
        return new Smoothing(
                OptionalDouble.of(alpha), OptionalDouble.of(beta), OptionalDouble.of(gamma), OptionalDouble.empty());
    }
}
