/// The few numerical tools that forecasting and stock decisions share: distributions and least squares. Pure functions.
@NullMarked
package org.gemba.planning.maths;

import org.jspecify.annotations.NullMarked;
