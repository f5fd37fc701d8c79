/// The one doorway from a screen to background work and back.
@NullMarked
package org.gemba.fx.task;

import org.jspecify.annotations.NullMarked;
