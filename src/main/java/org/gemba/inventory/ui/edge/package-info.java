/// The inventory's screens that meet the world outside: importing orders, asking suppliers, labels, AI.
@NullMarked
package org.gemba.inventory.ui.edge;

import org.jspecify.annotations.NullMarked;
