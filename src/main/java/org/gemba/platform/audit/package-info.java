/// Who changed what, when, from which value to which.
@NullMarked
package org.gemba.platform.audit;

import org.jspecify.annotations.NullMarked;
