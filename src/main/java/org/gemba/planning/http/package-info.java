/// The routes of the planning document.
@NullMarked
package org.gemba.planning.http;

import org.jspecify.annotations.NullMarked;
