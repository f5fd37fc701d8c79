/// What interrupts: a named confirmation, an unexpected error, a file to choose.
@NullMarked
package org.gemba.fx.dialog;

import org.jspecify.annotations.NullMarked;
