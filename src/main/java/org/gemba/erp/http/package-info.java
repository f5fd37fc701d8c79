/// The synchronisation over HTTP, as the MTO document prints it.
@NullMarked
package org.gemba.erp.http;

import org.jspecify.annotations.NullMarked;
