/// A board of resources and the work on them over time: {@link org.gemba.fx.gantt.Gantt} shows
/// {@link org.gemba.fx.gantt.GanttData} and tells which bar the user moved where.
@NullMarked
package org.gemba.fx.gantt;

import org.jspecify.annotations.NullMarked;
