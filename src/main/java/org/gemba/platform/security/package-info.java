/// Hashes, secrets at rest, random tokens, files that only their owner can read.
@NullMarked
package org.gemba.platform.security;

import org.jspecify.annotations.NullMarked;
