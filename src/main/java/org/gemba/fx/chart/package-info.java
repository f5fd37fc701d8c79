/// Pictures of figures. {@link org.gemba.fx.chart.ChartCard} draws line, bar, area, Pareto and forecast charts from
/// {@link org.gemba.fx.chart.ChartData}; {@link org.gemba.fx.chart.Trend} and {@link org.gemba.fx.chart.ShareBar} are
/// the small ones for tiles and cells.
@NullMarked
package org.gemba.fx.chart;

import org.jspecify.annotations.NullMarked;
