/// The inbound HTTP toolkit: routes, dialects, limits, OpenAPI, the server.
@NullMarked
package org.gemba.web;

import org.jspecify.annotations.NullMarked;
