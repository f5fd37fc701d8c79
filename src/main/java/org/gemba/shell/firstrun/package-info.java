/// The page that an empty data folder begins with.
@NullMarked
package org.gemba.shell.firstrun;

import org.jspecify.annotations.NullMarked;
