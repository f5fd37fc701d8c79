package org.gemba.planning.forecast.arima;

/// An estimated model.
/// @param order what was fitted
/// @param ar the coefficients phi of phi(B) = 1 - phi_1 B - ..., seasonal part multiplied in
/// @param ma the coefficients theta of theta(B) = 1 + theta_1 B + ..., seasonal part multiplied in
/// @param regression the coefficients of the regressors, the constant first where the order has one
/// @param logLikelihood of the differenced series
/// @param variance of the innovations, the maximum likelihood estimate
/// @param innovations the standardised one-step errors, in units of the series
/// @param cases how many differenced observations there were
@SuppressWarnings("ArrayRecordComponent")
public record SarimaFit(
        SarimaOrder order,
        double[] ar,
        double[] ma,
        double[] regression,
        double logLikelihood,
        double variance,
        double[] innovations,
        int cases) {
    /// Akaike's criterion with the correction for small samples: the smaller, the better, among equal differences.
    public double aicc() {
        int k = order.coefficients() + regression.length + 1;
        int rest = cases - k - 1;
        return rest <= 0 ? Double.POSITIVE_INFINITY : -2 * logLikelihood + 2.0 * k + 2.0 * k * (k + 1) / rest;
    }
}
