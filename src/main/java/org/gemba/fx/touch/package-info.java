/// Entry by finger, for screens without a keyboard.
@NullMarked
package org.gemba.fx.touch;

import org.jspecify.annotations.NullMarked;
