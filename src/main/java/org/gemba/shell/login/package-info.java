/// Who is at the desktop: log in, lock, log out.
@NullMarked
package org.gemba.shell.login;

import org.jspecify.annotations.NullMarked;
