/// The tables of the inventory.
@NullMarked
package org.gemba.inventory.data;

import org.jspecify.annotations.NullMarked;
