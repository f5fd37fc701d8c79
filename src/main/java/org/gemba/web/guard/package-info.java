/// What every request passes before its route: Host, origin, client address, connection caps.
@NullMarked
package org.gemba.web.guard;

import org.jspecify.annotations.NullMarked;
