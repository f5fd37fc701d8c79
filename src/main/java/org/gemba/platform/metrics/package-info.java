/// How often things happen and how long they take, since the start of the program.
@NullMarked
package org.gemba.platform.metrics;

import org.jspecify.annotations.NullMarked;
