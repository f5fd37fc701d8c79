/// The chat endpoints of the MTO document.
@NullMarked
package org.gemba.assistant.http;

import org.jspecify.annotations.NullMarked;
