/// The log viewer.
@NullMarked
package org.gemba.shell.logs;

import org.jspecify.annotations.NullMarked;
