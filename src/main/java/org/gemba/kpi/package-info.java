/// Manufacturing KPIs: clients kept strictly apart, their work orders, what the shop floor enters, and the figures made
/// from it.
@NullMarked
package org.gemba.kpi;

import org.jspecify.annotations.NullMarked;
