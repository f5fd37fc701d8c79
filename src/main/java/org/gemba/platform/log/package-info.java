/// The last lines of the log, kept in memory for the log viewer.
@NullMarked
package org.gemba.platform.log;

import org.jspecify.annotations.NullMarked;
