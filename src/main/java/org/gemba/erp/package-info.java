/// Kingdee K3Cloud: live queries, the synchronised document store, the one source for MTO and tracking.
@NullMarked
package org.gemba.erp;

import org.jspecify.annotations.NullMarked;
