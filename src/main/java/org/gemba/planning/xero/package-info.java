/// Xero's accounting API: the items of the books. Its terms forbid to learn from its data, so no sales are read.
@NullMarked
package org.gemba.planning.xero;

import org.jspecify.annotations.NullMarked;
