/// Production schedules: which job runs on which line and when. Parallel lines with capabilities, set-ups that depend
/// on
/// the order, working time, overtime, pinned jobs; a local search finds a schedule, a solver says how far it may be
/// from
/// the best one. Pure: minutes in, minutes out, the same seed gives the same schedule.
@NullMarked
package org.gemba.planning.schedule;

import org.jspecify.annotations.NullMarked;
