/// The sync monitor.
@NullMarked
package org.gemba.erp.ui;

import org.jspecify.annotations.NullMarked;
