/// The arithmetic of the KPIs: one function each, on exact sums, rounded once by whoever shows a figure. Pure.
@NullMarked
package org.gemba.kpi.calc;

import org.jspecify.annotations.NullMarked;
