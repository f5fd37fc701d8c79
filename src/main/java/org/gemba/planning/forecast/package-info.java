/// Demand forecasting: from daily sales to a forecast with its interval, its measured accuracy and the reason for its
/// method. Pure: the same sales give the same figures; the caller brings the days, the threads and the wish to stop.
@NullMarked
package org.gemba.planning.forecast;

import org.jspecify.annotations.NullMarked;
