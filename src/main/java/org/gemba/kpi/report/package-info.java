/// Reports of the KPIs: the daily sheet as PDF, the workbook.
@NullMarked
package org.gemba.kpi.report;

import org.jspecify.annotations.NullMarked;
