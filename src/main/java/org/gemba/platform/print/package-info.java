/// Paper and PDF: reports from bundled templates, with the bundled CJK font, and QR codes.
@NullMarked
package org.gemba.platform.print;

import org.jspecify.annotations.NullMarked;
