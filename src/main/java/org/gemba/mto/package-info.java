/// Where a make-to-order number stands: its lines, fulfilment, related documents, alerts; kept at hand in memory.
@NullMarked
package org.gemba.mto;

import org.jspecify.annotations.NullMarked;
