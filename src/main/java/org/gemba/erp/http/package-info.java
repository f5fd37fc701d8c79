/// The Sync Management routes of the MTO API.
@NullMarked
package org.gemba.erp.http;

import org.jspecify.annotations.NullMarked;
