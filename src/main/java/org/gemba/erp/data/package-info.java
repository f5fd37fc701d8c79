/// The synchronised documents in the database: written by MTO number in one go, read by MTO number in a few queries.
@NullMarked
package org.gemba.erp.data;

import org.jspecify.annotations.NullMarked;
