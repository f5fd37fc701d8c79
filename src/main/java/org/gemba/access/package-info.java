/// Users, roles, permissions, sessions and tokens.
@NullMarked
package org.gemba.access;

import org.jspecify.annotations.NullMarked;
