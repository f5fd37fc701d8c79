/// The small HTTP server under every simulator; listens on loopback only.
@NullMarked
package org.gemba.demo.loopback;

import org.jspecify.annotations.NullMarked;
