/// The log: its last lines in memory for the log viewer, and its file in the data folder, both without secrets.
@NullMarked
package org.gemba.platform.log;

import org.jspecify.annotations.NullMarked;
