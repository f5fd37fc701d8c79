/// Light and dark, density, font scale: tokens and generated sizes over AtlantaFX, switched live.
@NullMarked
package org.gemba.fx.theme;

import org.jspecify.annotations.NullMarked;
