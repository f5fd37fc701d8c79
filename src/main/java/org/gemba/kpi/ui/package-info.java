/// The shop floor at the desk: a shift on one sheet, entries and their check, files, work orders, downtime,
/// attendance, inspections, standards.
@NullMarked
package org.gemba.kpi.ui;

import org.jspecify.annotations.NullMarked;
