/// The KPI tables. Every write to a row keeps the daily sums beside it true in the same transaction.
@NullMarked
package org.gemba.kpi.data;

import org.jspecify.annotations.NullMarked;
