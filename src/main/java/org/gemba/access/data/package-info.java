/// The tables of users and sessions.
@NullMarked
package org.gemba.access.data;

import org.jspecify.annotations.NullMarked;
