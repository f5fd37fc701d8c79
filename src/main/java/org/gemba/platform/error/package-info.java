/// The errors that domain code raises; each face turns them into its own words.
@NullMarked
package org.gemba.platform.error;

import org.jspecify.annotations.NullMarked;
