/// The one grid for every list: typed columns, filters, sorting, saved views, totals, editing, copy and export. What
/// computes (`GridIndex`, `ColumnFilter`, `GridSheet`) needs no toolkit and runs off the FX thread.
@NullMarked
package org.gemba.fx.grid;

import org.jspecify.annotations.NullMarked;
