/// Indicators as tiles: value, target, course, and what is not known.
@NullMarked
package org.gemba.fx.tile;

import org.jspecify.annotations.NullMarked;
