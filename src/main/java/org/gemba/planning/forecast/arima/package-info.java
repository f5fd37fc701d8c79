/// Seasonal ARIMA: exact likelihood, automatic order search, forecasts with their variance. Pure functions.
@NullMarked
package org.gemba.planning.forecast.arima;

import org.jspecify.annotations.NullMarked;
