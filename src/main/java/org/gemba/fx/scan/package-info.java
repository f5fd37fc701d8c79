/// Barcode scanners that type like a keyboard: {@link org.gemba.fx.scan.ScanListener} tells their codes from typing.
@NullMarked
package org.gemba.fx.scan;

import org.jspecify.annotations.NullMarked;
