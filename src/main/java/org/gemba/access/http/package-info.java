/// The open doors: the shared login of the MTO document, its check, and liveness.
@NullMarked
package org.gemba.access.http;

import org.jspecify.annotations.NullMarked;
