/// The forecasting models: each fits a training window and projects it with an interval. Pure functions.
@NullMarked
package org.gemba.planning.forecast.model;

import org.jspecify.annotations.NullMarked;
