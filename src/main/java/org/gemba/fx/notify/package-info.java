/// Messages that never steal the focus: toasts, and the feed that the notification centre shows.
@NullMarked
package org.gemba.fx.notify;

import org.jspecify.annotations.NullMarked;
