/// Amazon's Selling Partner API: orders with their items, and what lies in its warehouses.
@NullMarked
package org.gemba.planning.amazon;

import org.jspecify.annotations.NullMarked;
