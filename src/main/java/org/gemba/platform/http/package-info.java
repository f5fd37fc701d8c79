/// Calls that leave the program: one connection pool with time-outs, back-off, size caps, metrics and silence about
/// secrets, and a stricter way to fetch addresses that somebody typed.
@NullMarked
package org.gemba.platform.http;

import org.jspecify.annotations.NullMarked;
