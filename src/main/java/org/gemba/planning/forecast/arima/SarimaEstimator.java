package org.gemba.planning.forecast.arima;

import java.util.Optional;

/// Estimates a seasonal ARIMA model of a given order by exact maximum likelihood.
public interface SarimaEstimator {
    /// Fits the order to the values with regressors (`regressors[j][t]`); empty where the model cannot be estimated:
    /// too few values, or regressors that depend on each other.
    Optional<SarimaFit> fit(double[] values, double[][] regressors, SarimaOrder order);
}
