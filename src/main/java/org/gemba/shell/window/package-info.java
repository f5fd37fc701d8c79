/// The frame: navigation, tabs, bars, side panel, and what is kept of them.
@NullMarked
package org.gemba.shell.window;

import org.jspecify.annotations.NullMarked;
