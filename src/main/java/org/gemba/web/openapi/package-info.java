/// The OpenAPI document that the registered routes yield, and the pages that show it.
@NullMarked
package org.gemba.web.openapi;

import org.jspecify.annotations.NullMarked;
