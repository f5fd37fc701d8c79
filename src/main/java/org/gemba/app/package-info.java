/// The composition root: builds platform, features and faces, and stops them in reverse.
@NullMarked
package org.gemba.app;

import org.jspecify.annotations.NullMarked;
