package org.gemba.planning.forecast.model;

/// A way to forecast.
@FunctionalInterface
public interface Forecaster {
    /// Estimates the model on a window.
    Fitted fit(Training training);
}
