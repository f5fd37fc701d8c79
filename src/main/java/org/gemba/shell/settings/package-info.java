/// Settings: what is in effect, where it comes from, and the pages that change it.
@NullMarked
package org.gemba.shell.settings;

import org.jspecify.annotations.NullMarked;
