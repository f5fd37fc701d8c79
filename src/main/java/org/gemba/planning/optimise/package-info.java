/// Stock decisions: formulas of one product, the choice for many under budget and space with proof, their split over
/// locations, reorder advice. Pure: no database, no clock; time limits go to the solver.
@NullMarked
package org.gemba.planning.optimise;

import org.jspecify.annotations.NullMarked;
