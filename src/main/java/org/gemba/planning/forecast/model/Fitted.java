package org.gemba.planning.forecast.model;

/// A model estimated on a window.
public interface Fitted {
    /// The coming steps with limits at this confidence; negative demand is not clipped here.
    Projection project(Future future, double confidence);

    /// The same structure for another window: parameters are estimated anew, the order is kept.
    Forecaster structure();

    /// The slope a day at the end of the window, in units.
    default double slope() {
        return 0;
    }

    /// What was fitted, in the notation of the field: `ARIMA(1,0,1)(0,1,1)7`.
    String description();
}
