/// Whether what the program stands on is there, asked in one place for all who want to know.
@NullMarked
package org.gemba.platform.health;

import org.jspecify.annotations.NullMarked;
