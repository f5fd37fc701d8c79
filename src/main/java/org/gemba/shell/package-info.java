/// The window: navigation, palette, status bar, task centre, login, first run, settings, users, logs, about.
@NullMarked
package org.gemba.shell;

import org.jspecify.annotations.NullMarked;
