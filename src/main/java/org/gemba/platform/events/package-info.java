/// In-process announcements between features that must not know each other.
@NullMarked
package org.gemba.platform.events;

import org.jspecify.annotations.NullMarked;
