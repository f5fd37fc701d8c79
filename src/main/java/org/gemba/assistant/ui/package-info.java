/// The assistant's panel at the side of the window.
@NullMarked
package org.gemba.assistant.ui;

import org.jspecify.annotations.NullMarked;
