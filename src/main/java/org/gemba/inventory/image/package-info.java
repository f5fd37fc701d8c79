/// Pictures from outside: told by their first bytes, measured before they are decoded, written again by us.
@NullMarked
package org.gemba.inventory.image;

import org.jspecify.annotations.NullMarked;
