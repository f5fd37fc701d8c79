/// The native constraint solver that stock and schedules share: loaded once, late, and never taken for granted.
@NullMarked
package org.gemba.planning.solver;

import org.jspecify.annotations.NullMarked;
