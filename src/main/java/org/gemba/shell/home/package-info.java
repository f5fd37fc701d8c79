/// The first page: tiles that features contribute.
@NullMarked
package org.gemba.shell.home;

import org.jspecify.annotations.NullMarked;
