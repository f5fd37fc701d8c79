/// The tables of the synchronised documents and of the synchronisation itself.
@NullMarked
package org.gemba.erp.data;

import org.jspecify.annotations.NullMarked;
