/// The MTO document's endpoints for lookup, search, export and cache.
@NullMarked
package org.gemba.mto.http;

import org.jspecify.annotations.NullMarked;
