/// The task centre over the one task engine.
@NullMarked
package org.gemba.shell.tasks;

import org.jspecify.annotations.NullMarked;
