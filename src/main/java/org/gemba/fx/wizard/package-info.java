/// Work that is done step by step.
@NullMarked
package org.gemba.fx.wizard;

import org.jspecify.annotations.NullMarked;
