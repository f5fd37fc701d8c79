/// The tables of the MTO feature.
@NullMarked
package org.gemba.mto.data;

import org.jspecify.annotations.NullMarked;
