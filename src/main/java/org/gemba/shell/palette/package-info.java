/// The command palette and the shortcut sheet, both made from what is registered.
@NullMarked
package org.gemba.shell.palette;

import org.jspecify.annotations.NullMarked;
