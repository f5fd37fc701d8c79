/// The work of a synchronisation: intervals, batches, what to do when a part of it fails.
@NullMarked
package org.gemba.erp.sync;

import org.jspecify.annotations.NullMarked;
