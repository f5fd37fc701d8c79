/// Actions: what a user can do, declared once, shown as buttons, menus, palette lines and shortcuts.
@NullMarked
package org.gemba.fx.action;

import org.jspecify.annotations.NullMarked;
