/// Small pictures of figures: a share of a whole, a trend.
@NullMarked
package org.gemba.fx.chart;

import org.jspecify.annotations.NullMarked;
