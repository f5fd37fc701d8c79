/// User administration.
@NullMarked
package org.gemba.shell.users;

import org.jspecify.annotations.NullMarked;
