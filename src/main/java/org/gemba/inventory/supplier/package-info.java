/// The APIs of LCSC, DigiKey and Mouser behind one interface.
@NullMarked
package org.gemba.inventory.supplier;

import org.jspecify.annotations.NullMarked;
