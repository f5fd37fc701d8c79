/// The one engine for long work: queued, progress, cancel, retry, schedule, history.
@NullMarked
package org.gemba.platform.tasks;

import org.jspecify.annotations.NullMarked;
