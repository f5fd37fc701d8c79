/// Shows a filled report page by page before it is saved or printed.
@NullMarked
package org.gemba.fx.print;

import org.jspecify.annotations.NullMarked;
