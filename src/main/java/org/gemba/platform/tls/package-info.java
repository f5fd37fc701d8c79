/// The certificate with which the server proves who it is: one's own, or one that the program makes for itself.
@NullMarked
package org.gemba.platform.tls;

import org.jspecify.annotations.NullMarked;
