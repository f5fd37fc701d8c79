/// The inventory's screens: parts, one part, locations, scanning, orders.
@NullMarked
package org.gemba.inventory.ui;

import org.jspecify.annotations.NullMarked;
