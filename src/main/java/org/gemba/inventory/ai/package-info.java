/// What the inventory's chat needs besides a language model.
@NullMarked
package org.gemba.inventory.ai;

import org.jspecify.annotations.NullMarked;
