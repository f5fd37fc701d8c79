/// Parts, categories, locations, stock and its ledger, supplier orders, datasheets and images.
@NullMarked
package org.gemba.inventory;

import org.jspecify.annotations.NullMarked;
