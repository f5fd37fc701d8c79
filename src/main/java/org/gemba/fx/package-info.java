/// The desktop toolkit: the contracts between the window and the features' screens, texts in two languages, formats.
/// Everything here runs on the FX thread unless it says otherwise.
@NullMarked
package org.gemba.fx;

import org.jspecify.annotations.NullMarked;
