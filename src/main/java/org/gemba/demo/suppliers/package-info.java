/// The parts catalogues of LCSC, DigiKey and Mouser as their own APIs speak, on loopback, with every mood of a real
/// one.
@NullMarked
package org.gemba.demo.suppliers;

import org.jspecify.annotations.NullMarked;
